using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;

namespace Avance.Functions.Progress;

/// <summary>How the periods of a year make one result of a goal. See docs/rules.md.</summary>
public static class GoalRules
{
    /// <summary>The result of an activity's goal: by the method of its indicator if it has one, else executed ÷ target.</summary>
    /// <param name="reports">What was sent of the activity's goals, in any order; at most one a goal and period.</param>
    public static GoalResult Evaluate(
        Goal goal,
        ActivityStatus status,
        Indicator? indicator,
        IReadOnlyCollection<ReportedGoal> reports
    )
    {
        var result = Evaluate(goal, status, reports.Where(report => report.GoalYear == goal.Year));
        if (indicator is null)
        {
            return result;
        }

        var measured = IndicatorRules.Evaluate(indicator, goal.Year, ActualsOf(reports));
        return result with
        {
            // Without a number the outcome says the percent: 0 for what was not sent, none for what could not be.
            Percent = result.Outcome == Outcome.Reported ? measured.Percent : null,
            IsMet = result.Outcome == Outcome.Reported && measured.IsExceeded == true,
            IsIndicator = true,
        };
    }

    /// <summary>What is known of an indicator in each year, from what was sent of its activity's goals.</summary>
    public static IReadOnlyList<IndicatorActual> ActualsOf(IEnumerable<ReportedGoal> reports) =>
        [
            .. reports
                .GroupBy(report => report.GoalYear)
                .Select(year =>
                {
                    var (outcome, executed) = Combine(GoalMeasure.Value, [.. year.OrderBy(report => report.Period)]);
                    return new IndicatorActual(
                        year.Key,
                        outcome switch
                        {
                            Outcome.Reported => InformationStatus.Reported,
                            Outcome.SourceNotProduced => InformationStatus.SourceNotProduced,
                            Outcome.UnderReview => InformationStatus.UnderReview,
                            _ => InformationStatus.NotSubmitted,
                        },
                        executed
                    );
                }),
        ];

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
            Outcome.Reported => goal.Target == 0 ? null : executed!.Value * 100 / goal.Target,
            Outcome.NotReported or Outcome.Rescheduled => 0,
            _ => (decimal?)null,
        };
        return new GoalResult(goal, outcome, outcome == Outcome.Reported ? executed : null, percent);
    }

    /// <summary>
    /// A statement about the goal as a whole (rescheduled, reformulated, source not produced…) holds from the period in which it
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

        if (last.Outcome is not (Outcome.Reported or Outcome.NotQuantified))
        {
            return (last.Outcome, null);
        }

        var reported = inTime.Where(report => report.Outcome == Outcome.Reported).ToList();
        if (measure != GoalMeasure.Count)
        {
            return reported.Count > 0 ? (Outcome.Reported, reported[^1].Executed) : (Outcome.NotQuantified, null);
        }

        return inTime.Exists(report => report.Outcome == Outcome.NotQuantified)
            ? (Outcome.NotQuantified, null)
            : (Outcome.Reported, reported.Sum(report => report.Executed ?? 0));
    }
}
