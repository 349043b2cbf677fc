using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Successors;

/// <summary>The goals proposed for an activity of the next plan. Pure.</summary>
internal static class SuccessorGoals
{
    /// <summary>
    /// By year, each year once: the goals of the plan's years repeated in the next plan's, those that were carried to one
    /// of its years, and those that the last report calls rescheduled, carried to its first year.
    /// </summary>
    /// <param name="result">The activity in the last report; null if it is not in it.</param>
    public static IEnumerable<(Goal Goal, SuccessorGoal Origin)> Of(
        Plan plan,
        ActivityNumber activity,
        SuccessorYears years,
        ActivityResult? result
    )
    {
        var own = plan.Goals.Where(goal => goal.Activity == activity).ToList();
        var proposed = new SortedDictionary<int, (Goal Goal, SuccessorGoal Origin)>();
        foreach (var (year, source) in years.From(plan.Header))
        {
            if (own.Find(goal => goal.Year == source) is { } goal)
            {
                proposed[year] = Make(goal, year, null, SuccessorReason.Kept);
            }
        }

        foreach (var goal in own.Where(goal => goal.CarriedTo is { } to && years.Contains(to)))
        {
            proposed[goal.Year] = Make(goal, goal.Year, goal.CarriedTo, SuccessorReason.CarriedOver);
        }

        var rescheduled = (result?.Goals ?? []).Where(goal => goal.Outcome == Outcome.Rescheduled);
        foreach (var goal in rescheduled.Select(one => one.Goal).Where(goal => goal.Year < years.First))
        {
            proposed[goal.Year] = Make(goal, goal.Year, years.First, SuccessorReason.Rescheduled);
        }

        return proposed.Values;
    }

    private static (Goal, SuccessorGoal) Make(Goal goal, int year, int? carriedTo, SuccessorReason reason) =>
        (
            new Goal(goal.Activity, year, goal.Target, goal.Measure, carriedTo),
            new SuccessorGoal(year, goal.Year, reason)
        );
}
