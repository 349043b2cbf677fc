using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports;

/// <summary>Writes the figures of a plan as the rows of its report. Pure.</summary>
public static class ReportCompiler
{
    /// <param name="sent">What was sent in the period's year.</param>
    public static Report Compile(Plan plan, Period period, IReadOnlyCollection<SentGoal> sent)
    {
        var result = Evaluate(plan, period, sent);
        var ofPeriod = sent.Where(goal => goal.Period == period).ToLookup(goal => goal.Activity);
        return new Report(
            period,
            PlanRow(plan, result),
            result
                .Units.Select(unit => UnitRow(plan, unit))
                .OrderBy(row => row.Key, StringComparer.Ordinal)
                .ToValueList(),
            result
                .Activities.Select(activity => ActivityRow(plan, activity, [.. ofPeriod[activity.Activity.Number]]))
                .ToValueList(),
            result
                .Activities.SelectMany(activity =>
                    activity.Goals.Select(goal => GoalRow(plan, period, activity.Activity, goal))
                )
                .ToValueList(),
            [],
            [],
            [],
            [],
            [],
            []
        );
    }

    /// <summary>The figures of a plan by the end of a period.</summary>
    /// <inheritdoc cref="Compile"/>
    public static PlanResult Evaluate(Plan plan, Period period, IReadOnlyCollection<SentGoal> sent) =>
        ComplianceRules.Evaluate(plan, period, sent.Select(Counted).OfType<ReportedGoal>());

    /// <summary>
    /// What a unit sent, as it counts. A unit alone cannot take a goal out of the plan's count: until the secretariat
    /// has accepted it, the goal counts as not reported.
    /// </summary>
    private static ReportedGoal? Counted(SentGoal goal) =>
        goal is { State: not ProgressState.Accepted, Counted.Outcome: Outcome.Reformulated or Outcome.Suspended }
            ? goal.Counted with
            {
                Outcome = Outcome.NotReported,
            }
            : goal.Counted;

    private static ReportPlanRow PlanRow(Plan plan, PlanResult result)
    {
        var goals = result.Activities.SelectMany(activity => activity.Goals).ToList();
        return new ReportPlanRow(
            plan.Header.Name,
            plan.Header.Body,
            plan.Header.WorkingGroup,
            result.Programmed,
            result.FullyExecuted,
            result.Programmed - result.FullyExecuted,
            Number(result.ExecutionLevel),
            Number(ComplianceRules.Shown(result.ExecutionLevel ?? 0, 1)),
            Light(plan, result.ExecutionLevel),
            result.Units.Count,
            goals.Count(goal => goal.IsProgrammed),
            goals.Count(goal => goal.Percent is not null)
        );
    }

    private static ReportUnitRow UnitRow(Plan plan, UnitResult unit) =>
        new(
            unit.Unit.Code.ToString(),
            ReportKeys.OfUnit(plan.Id, unit.Unit.Code.ToString()),
            unit.Unit.Name,
            unit.Rank,
            Number(unit.Compliance),
            (long)ComplianceRules.Shown(unit.Compliance ?? 0),
            Number(unit.CappedCompliance),
            Light(plan, plan.Header.Settings.CapPercents ? unit.CappedCompliance : unit.Compliance),
            unit.GoalsInMean,
            unit.Programmed,
            unit.FullyExecuted
        );

    private static ReportActivityRow ActivityRow(Plan plan, ActivityResult activity, IReadOnlyList<SentGoal> sent) =>
        new(
            activity.Activity.Number.Value,
            ReportKeys.OfActivity(plan.Id, activity.Activity.Number),
            activity.Activity.Title,
            activity.Activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.Activity.ResponsibleUnit.ToString()),
            activity.Activity.SubUnit,
            activity.Activity.UnitOfMeasure,
            activity.Activity.Status.ToString(),
            activity.Activity.MergedInto?.Value ?? 0,
            activity.IsProgrammed ? 1 : 0,
            activity.IsFullyExecuted ? 1 : 0,
            activity.Goals.Count,
            sent.FirstOrDefault(goal => goal.Counted is not null)?.State.ToString() ?? nameof(Outcome.NotReported),
            sent.Any(goal => goal.Late),
            "",
            "",
            "",
            0,
            "",
            0,
            0
        );

    private static ReportGoalRow GoalRow(Plan plan, Period period, Activity activity, GoalResult result) =>
        new(
            activity.Number.Value,
            ReportKeys.OfActivity(plan.Id, activity.Number),
            result.Goal.Year,
            result.Goal.Year < period.Year,
            activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString()),
            result.Goal.Measure.ToString(),
            Number(result.Goal.Target),
            Number(result.Executed),
            0,
            result.Outcome.ToString(),
            Number(result.Percent),
            (long)ComplianceRules.Shown(result.Percent ?? 0),
            result.Percent is null ? 0 : 1,
            result.IsFullyExecuted ? 1 : 0,
            Light(plan, result.Percent)
        );

    private static double Number(decimal? value) => (double)(value ?? 0);

    private static string Light(Plan plan, decimal? percent) =>
        ComplianceRules.Light(percent, plan.Header.Settings).ToString();
}
