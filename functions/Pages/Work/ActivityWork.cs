using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Pages.Work;

/// <summary>What a unit owes of one activity in a period.</summary>
/// <param name="Goals">Those that count in the year of the period, the oldest first.</param>
/// <param name="State">Where it stands; null where nothing has been saved.</param>
/// <param name="Late">True if it was sent after the period was due.</param>
public sealed record ActivityWork(Activity Activity, ValueList<GoalWork> Goals, ProgressState? State, bool Late)
{
    /// <param name="sent">What was saved and sent in the periods of the year, of a policy in those of earlier years too.</param>
    public static ActivityWork Of(Plan plan, Activity activity, Period period, IReadOnlyList<SentGoal> sent)
    {
        var own = sent.Where(goal => goal.Activity == activity.Number).ToList();
        var indicator = IndicatorWork.Of(
            plan,
            activity.Number,
            period.Year,
            own.Select(goal => goal.Counted).OfType<ReportedGoal>()
        );
        var current = own.Where(goal => goal.Period == period).MaxBy(goal => goal.Version);
        return new ActivityWork(
            activity,
            plan.GoalsOf(activity.Number, period)
                .Select(goal => new GoalWork(
                    goal.Year,
                    goal.Target,
                    goal.Measure,
                    goal.Year < period.Year,
                    own.Where(other => other.GoalYear == goal.Year && other.Period.CompareTo(period) < 0)
                        .Select(other => other.Counted)
                        .OfType<ReportedGoal>()
                        .OrderBy(report => report.Period)
                        .ToValueList()
                )
                {
                    Indicator = indicator,
                    IsDelivery = plan.WorkPlan is not null,
                })
                .ToValueList(),
            current?.State,
            current?.Late ?? false
        );
    }
}
