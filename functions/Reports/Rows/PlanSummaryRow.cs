using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Overviews;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.WorkPlans;

namespace Avance.Functions.Reports.Rows;

/// <summary>The plan as a whole as a row: its figures, and how much of what is due was sent. Pure.</summary>
internal static class PlanSummaryRow
{
    // A column takes 32,768 characters and a code has at most 20; there are some 2,000 public bodies with a plan of their own.
    private const int MaxBodies = 1_500;

    public static ReportPlanRow Of(
        Plan plan,
        PlanResult result,
        ReportInputs inputs,
        PolicyReport? policy,
        WorkPlanReport? workPlan
    )
    {
        var indicators = PolicyReport.CountsOf(policy?.Indicators ?? []);
        var deliveries = workPlan?.Deliveries ?? [];
        var (header, settings) = (plan.Header, plan.Header.Settings);
        var goals = result.Activities.SelectMany(activity => activity.Goals).ToList();
        var due = OverviewRules
            .Activities(plan, result, inputs.Sent, new Dictionary<ActivityNumber, ClaimSummary>())
            .Where(activity => activity.IsDue)
            .ToList();
        var bodies = plan.Units.Where(unit => unit.Kind == UnitKind.Body).Select(unit => unit.Code.ToString());
        return new ReportPlanRow(
            header.Name,
            header.Body,
            header.WorkingGroup,
            result.Programmed,
            result.FullyExecuted,
            result.Programmed - result.FullyExecuted,
            (double)(result.ExecutionLevel ?? 0),
            (double)ComplianceRules.Shown(result.ExecutionLevel ?? 0, 1),
            ComplianceRules.Light(result.ExecutionLevel, settings).ToString(),
            result.Units.Count,
            goals.Count(goal => goal.IsProgrammed),
            goals.Count(goal => goal.Percent is not null),
            header.Kind.ToString(),
            header.FirstYear,
            header.LastYear,
            inputs.IsClosed ? 1 : 0,
            due.Count,
            due.Count(activity => activity.IsSent),
            due.Count(activity => activity.State == ProgressState.Accepted),
            due.Count(activity => activity.State == ProgressState.Returned),
            inputs
                .Sent.Where(goal =>
                    goal.Counted is not null
                    && goal.Period.Year == result.Period.Year
                    && goal.Period.CompareTo(result.Period) <= 0
                )
                .DistinctBy(goal => goal.Activity)
                .Count(),
            MeanOf(result, unit => unit.Compliance),
            MeanOf(result, unit => unit.CappedCompliance),
            result.Units.Count(unit => unit.Compliance is not null),
            indicators.Exceeded,
            indicators.NotMet,
            indicators.NoInformation,
            deliveries.Count,
            deliveries.Sum(row => row.Delivered),
            string.Join('\n', bodies.Order(StringComparer.Ordinal).Take(MaxBodies))
        );
    }

    private static double MeanOf(PlanResult result, Func<UnitResult, decimal?> compliance) =>
        (double)(ExactMean.Of(result.Units.Select(compliance).OfType<decimal>().Select(one => (one, 1m))) ?? 0);
}
