using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Overviews;

/// <summary>Computes the overview of all plans of all bodies as they are now.</summary>
public sealed class NationalOverviewReader(
    PlansTable table,
    PlanCache plans,
    ProgressTable progress,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    private const int PlansAtOnce = 8;

    /// <summary>All plans, by body and id.</summary>
    public async Task<ValueList<PlanOverview>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<PlanOverview>();
        await foreach (var some in table.ListIdsAsync(cancellationToken).Chunk(PlansAtOnce))
        {
            found.AddRange(
                (await Task.WhenAll(some.Select(id => FindAsync(id, cancellationToken)))).OfType<PlanOverview>()
            );
        }

        return found
            .OrderBy(plan => plan.Body, StringComparer.Ordinal)
            .ThenBy(plan => plan.Id.ToString(), StringComparer.Ordinal)
            .ToValueList();
    }

    private async Task<PlanOverview?> FindAsync(PlanId id, CancellationToken cancellationToken)
    {
        if (!(await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out _))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var period = plan.ReportedPeriods.Where(one => one.StateAt(now) != PeriodState.NotOpen).MaxBy(one => one.Id);
        if (period is null)
        {
            return new PlanOverview(id, plan.Header.Name, plan.Header.Body, null, 0, 0, 0, 0, null);
        }

        var sent = await progress.SentForAsync(plan, period.Id.Year, cancellationToken);
        var result = ReportCompiler.Evaluate(plan, period.Id, sent);
        var activities = OverviewRules.Activities(plan, result, sent, new Dictionary<ActivityNumber, ClaimSummary>());
        var due = activities.Where(activity => activity.IsDue).ToList();
        return new PlanOverview(
            id,
            plan.Header.Name,
            plan.Header.Body,
            PeriodView.Of(period, calendar, now),
            period.DaysLeft(calendar, now),
            due.Count,
            due.Count(activity => activity.IsSent),
            due.Count(activity => activity.State == ProgressState.Accepted),
            ExecutionOverview.Of(result, plan.Header.Settings)
        );
    }
}
