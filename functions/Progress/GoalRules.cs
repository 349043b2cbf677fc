using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <summary>How the periods of a year make one result of a goal. See docs/rules.md.</summary>
public static class GoalRules
{
    /// <param name="status">Whether its activity still counts.</param>
    /// <param name="reports">What was sent of this goal in the year, in any order; at most one a period.</param>
    public static GoalResult Evaluate(Goal goal, ActivityStatus status, IEnumerable<ReportedGoal> reports)
    {
        var inTime = reports.OrderBy(report => report.Period).ToList();
        var (outcome, executed) = Combine(goal.Measure, inTime);
        outcome = status switch
        {
            ActivityStatus.Suspended => Outcome.Suspended,
            ActivityStatus.Reformulated => Outcome.Reformulated,
            _ => outcome,
        };
        var percent = outcome switch
        {
            Outcome.Reported => executed!.Value * 100 / goal.Target,
            Outcome.NotReported or Outcome.Rescheduled => 0,
            _ => (decimal?)null,
        };
        return new GoalResult(goal, outcome, outcome == Outcome.Reported ? executed : null, percent);
    }

    /// <summary>
    /// A statement about the goal as a whole (rescheduled, reformulated, suspended) holds from the period in which it
    /// was made, until a later period gives a number again. A period without a number makes a count unknown, and
    /// leaves a percent at what was last reported.
    /// </summary>
    private static (Outcome Outcome, decimal? Executed) Combine(GoalMeasure measure, List<ReportedGoal> inTime)
    {
        var last = inTime.FindLast(report => report.Outcome != Outcome.NotReported);
        if (last is null)
        {
            return (Outcome.NotReported, null);
        }

        if (last.Outcome is Outcome.Rescheduled or Outcome.Reformulated or Outcome.Suspended)
        {
            return (last.Outcome, null);
        }

        var reported = inTime.Where(report => report.Outcome == Outcome.Reported).ToList();
        if (measure == GoalMeasure.Percent)
        {
            return reported.Count > 0 ? (Outcome.Reported, reported[^1].Executed) : (Outcome.NotQuantified, null);
        }

        return inTime.Exists(report => report.Outcome == Outcome.NotQuantified)
            ? (Outcome.NotQuantified, null)
            : (Outcome.Reported, reported.Sum(report => report.Executed ?? 0));
    }
}
