using Avance.Functions.Plans;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Compliance;

/// <summary>
/// The figures of a plan: percent of each goal, compliance of each unit, execution level of the plan. Pure: the same
/// plan and reports give the same figures, in whatever order they come.
/// </summary>
public static class ComplianceRules
{
    /// <param name="period">The period up to which reports count.</param>
    /// <param name="reports">
    /// What was sent, of any period: those of the period's year up to the period count, of a policy those of earlier years too,
    /// since an indicator may add them up.
    /// </param>
    public static PlanResult Evaluate(Plan plan, Period period, IEnumerable<ReportedGoal> reports)
    {
        var ofActivity = reports
            .Where(report => report.Period.CompareTo(period) <= 0)
            .Where(report => plan.CountsEarlierYears || report.Period.Year == period.Year)
            .ToLookup(report => report.Activity);
        var activities = plan
            .Activities.Select(activity => Evaluate(plan, period, activity, [.. ofActivity[activity.Number]]))
            .Where(activity => activity.Goals.Count > 0)
            .ToValueList();
        return new PlanResult(period, activities, RankUnits(plan, activities));
    }

    private static ActivityResult Evaluate(
        Plan plan,
        Period period,
        Activity activity,
        IReadOnlyList<ReportedGoal> reports
    )
    {
        var indicator = plan.FindIndicator(activity.Number);
        return new ActivityResult(
            activity,
            plan.GoalsBy(activity.Number, period)
                .Select(goal => GoalRules.Evaluate(goal, activity.Status, indicator, reports))
                .ToValueList()
        );
    }

    /// <summary>Rounded half away from zero, as the reports print it.</summary>
    public static decimal Shown(decimal percent, int decimals = 0) =>
        decimal.Round(percent, decimals, MidpointRounding.AwayFromZero);

    /// <summary>The traffic light of a percent under the plan's thresholds, on the unrounded value.</summary>
    public static TrafficLight Light(decimal? percent, PlanSettings settings) =>
        percent switch
        {
            null => TrafficLight.None,
            { } value when value >= settings.GreenFrom => TrafficLight.Green,
            { } value when value >= settings.AmberFrom => TrafficLight.Amber,
            _ => TrafficLight.Red,
        };

    private static ValueList<UnitResult> RankUnits(Plan plan, ValueList<ActivityResult> activities)
    {
        var ofUnit = activities
            .Where(activity => activity.IsProgrammed)
            .ToLookup(activity => activity.Activity.ResponsibleUnit);
        return plan
            .Units.Where(unit => ofUnit.Contains(unit.Code))
            .Select(unit => Measure(unit, [.. ofUnit[unit.Code]]))
            .OrderBy(unit => unit.Compliance is null)
            .ThenByDescending(unit => unit.Compliance)
            .ThenBy(unit => unit.Unit.Code)
            .Select((unit, index) => unit with { Rank = unit.Compliance is null ? 0 : index + 1 })
            .ToValueList();
    }

    private static UnitResult Measure(Unit unit, List<ActivityResult> activities)
    {
        var inMean = activities.SelectMany(activity => activity.Goals).Where(goal => goal.Percent is not null).ToList();
        return new UnitResult(
            unit,
            0,
            ExactMean.Of(inMean.Select(goal => goal.Quotient)),
            ExactMean.Of(inMean.Select(goal => goal.CappedQuotient)),
            inMean.Count,
            activities.Count,
            activities.Count(activity => activity.IsFullyExecuted)
        );
    }
}
