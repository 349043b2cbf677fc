using Avance.Functions.Plans.Indicators;

namespace Avance.Functions.Plans.Policies;

/// <summary>What a plan says of its indicators.</summary>
public static class PolicyPlan
{
    /// <summary>The indicator that an activity is, with its targets; null if the activity is none.</summary>
    public static Indicator? FindIndicator(this Plan plan, ActivityNumber activity) =>
        plan.Policy?.FindIndicator(activity) is { } found
            ? new Indicator(
                found.Code,
                found.Direction,
                found.Method,
                found.Baseline,
                plan.Goals.Where(goal => goal.Activity == activity)
                    .Select(goal => new IndicatorTarget(goal.Year, goal.Target))
                    .ToValueList()
            )
            : null;
}
