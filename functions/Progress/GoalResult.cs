using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <summary>How far a goal has come by the end of a period.</summary>
/// <param name="Outcome">What became of it, over the periods of the year.</param>
/// <param name="Executed">How much was executed; null if no number was given.</param>
/// <param name="Percent">Executed ÷ target × 100, unrounded and not capped; null if it stays out of the mean.</param>
public sealed record GoalResult(Goal Goal, Outcome Outcome, decimal? Executed, decimal? Percent)
{
    /// <summary>False if the goal has left the plan's count.</summary>
    public bool IsProgrammed => Outcome is not (Outcome.Reformulated or Outcome.Suspended);

    public bool IsFullyExecuted => Percent >= 100;
}
