using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Reports.Successors;

/// <summary>Reads how a plan stands in its last report, as the plan and what was reported are now.</summary>
public sealed class LastReportReader(
    PlanCache plans,
    ProgressTable progress,
    RecommendationReader recommendations,
    TimeProvider clock
)
{
    /// <summary>What the last report recommends. Of a plan of another kind than a sector plan nothing is read.</summary>
    public async Task<Result<LastReport>> ReadAsync(PlanId id, CancellationToken cancellationToken)
    {
        if (!(await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        if (plan.Header.Kind != PlanKind.Sector)
        {
            return Error.Conflict("successor-kind", id);
        }

        var now = clock.GetUtcNow();
        if (plan.ReportedPeriods.LastOrDefault(period => period.StateAt(now) != PeriodState.NotOpen) is not { } last)
        {
            return new LastReport(plan, null, []);
        }

        var read = await recommendations.FindAsync(id, last.Id, cancellationToken);
        if (!read.Succeeded(out var all, out error))
        {
            return error;
        }

        return new LastReport(plan, last.Id, [.. all.Merge().Where(one => !one.IsDropped)]);
    }

    /// <summary>The figures of the last report; null if there is none.</summary>
    public async Task<PlanResult?> EvaluateAsync(LastReport report, CancellationToken cancellationToken)
    {
        if (report.Period is not { } period)
        {
            return null;
        }

        var plan = report.Plan;
        var sent = await progress.SentAsync(plan.Id, period.Year, cancellationToken).ToListAsync(cancellationToken);
        return ReportCompiler.Evaluate(plan, period, sent);
    }
}
