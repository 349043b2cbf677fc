namespace Avance.Functions.Plans;

/// <summary>What a unit reports on: an activity of a plan in a period.</summary>
/// <param name="Period">With its instants in the plan's time zone.</param>
/// <param name="Goals">The goals that count in the period's year, the oldest first.</param>
public sealed record ReportedActivity(Plan Plan, Activity Activity, ReportingPeriod Period, ValueList<Goal> Goals)
{
    /// <summary>The years of the goals that are reported now.</summary>
    public IReadOnlyList<int> GoalYears { get; } =
        Goals.Count > 0 ? [.. Goals.Select(goal => goal.Year)] : [Period.Id.Year];

    /// <summary>
    /// The years of all goals that the activity may ever have had in the period: amendments carry goals over.
    /// </summary>
    public IReadOnlyList<int> KnownYears { get; } = KnownYearsOf(Plan, Activity.Number, Period.Id);

    /// <inheritdoc cref="KnownYears"/>
    public static IReadOnlyList<int> KnownYearsOf(Plan plan, ActivityNumber activity, Period period) =>
        [
            .. plan
                .Goals.Where(goal => goal.Activity == activity && goal.Year <= period.Year)
                .Select(goal => goal.Year)
                .Append(period.Year)
                .Distinct(),
        ];
}
