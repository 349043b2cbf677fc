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

    /// <summary>Of an indicator, whether its target was met in its direction; null for other goals, which meet theirs at 100 %.</summary>
    public bool? IsMet { get; init; }

    /// <summary>True if an indicator's method gives the percent.</summary>
    public bool IsIndicator { get; init; }

    public bool IsFullyExecuted => IsMet ?? Percent >= 100;

    /// <summary>The percent as a quotient, with which means are exact.</summary>
    public (decimal Part, decimal Whole) Quotient =>
        IsIndicator ? (Percent ?? 0, 1) : ((Executed ?? 0) * 100, Goal.Target);

    /// <summary>The same with no more than 100 %.</summary>
    public (decimal Part, decimal Whole) CappedQuotient =>
        IsIndicator ? (Math.Min(Percent ?? 0, 100), 1) : (Math.Min(Executed ?? 0, Goal.Target) * 100, Goal.Target);
}
