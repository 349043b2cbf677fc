using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.WorkPlans;

namespace Avance.Functions.Reports.Overviews;

/// <summary>Computes the overview of a plan and period as they are now, by the rules of the reports.</summary>
public sealed class PeriodOverviewReader(
    PlanCache plans,
    ProgressTable progress,
    EvidenceTable evidence,
    FindingsTable findings,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    public async Task<Result<PeriodOverview>> FindAsync(
        PlanId planId,
        Period period,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var (plan, reporting) = found;
        var now = clock.GetUtcNow();
        var before = BeforeAsync(plan, period, cancellationToken);
        var sent = await progress.SentForAsync(plan, period.Year, cancellationToken);
        var claims = await ClaimsAsync(plan, period, sent, now, cancellationToken);
        var result = ReportCompiler.Evaluate(plan, period, sent);
        var activities = OverviewRules.Activities(plan, result, sent, claims);
        return new PeriodOverview(
            caller.Role,
            planId,
            plan.Header,
            PeriodView.Of(reporting, calendar, now),
            reporting.DaysLeft(calendar, now),
            plan.ReportedPeriods.Select(other => PeriodView.Of(other, calendar, now)).ToValueList(),
            ExecutionOverview.Of(result, plan.Header.Settings),
            await before,
            OverviewRules.Units(plan, result, activities),
            activities
        )
        {
            Policy = PolicyOverview.Of(plan, ReportCompiler.EvaluateIndicators(plan, period, sent)),
            WorkPlan = WorkPlanOverview.Of(plan, DeliveryRules.Evaluate(plan, period, sent)),
        };
    }

    private async Task<ExecutionOverview?> BeforeAsync(Plan plan, Period period, CancellationToken cancellationToken) =>
        plan.ReportedPeriods.Where(other => other.Id.Year == period.Year - 1).Max(other => (Period?)other.Id)
            is { } last
            ? ExecutionOverview.Of(
                ReportCompiler.Evaluate(plan, last, await progress.SentForAsync(plan, last.Year, cancellationToken)),
                plan.Header.Settings
            )
            : null;

    private async Task<Dictionary<ActivityNumber, ClaimSummary>> ClaimsAsync(
        Plan plan,
        Period period,
        List<SentGoal> sent,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var files = evidence.ListAsync(plan.Id, period, cancellationToken).ToListAsync(cancellationToken).AsTask();
        var raised = findings.ListAsync(plan.Id, period, cancellationToken).ToListAsync(cancellationToken).AsTask();
        var examinations = await findings.ExaminationsAsync(plan.Id, period, cancellationToken);
        var filesOf = (await files).ToLookup(file => file.Address.Activity);
        var findingsOf = (await raised)
            .Select(stored => stored.Finding)
            .Where(finding => finding.IsRaised)
            .ToLookup(finding => finding.Id.Claim.Activity);
        var sentOf = sent.ToLookup(goal => goal.Activity);
        return plan.Activities.ToDictionary(
            activity => activity.Number,
            activity =>
            {
                var number = activity.Number;
                var address = new ProgressAddress(plan.Id, period, number);
                var inputs = ClaimInputs.Of(plan, address, sentOf[number], filesOf[number], now);
                var fingerprint = inputs?.Fingerprint ?? "";
                var examination = examinations.GetValueOrDefault(number);
                var examined = inputs is not null && examination?.IsDone(fingerprint) == true;
                return new ClaimSummary(
                    filesOf[number].Count(file => file.State != EvidenceState.Withdrawn),
                    [.. findingsOf[number]],
                    examined
                )
                {
                    NotExaminedSince =
                        !examined && examination?.Failed is { } failed && failed.Fingerprint == fingerprint
                            ? calendar.ToLocal(failed.At)
                            : null,
                };
            }
        );
    }
}
