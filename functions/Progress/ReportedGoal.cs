namespace Avance.Functions.Progress;

/// <summary>What was sent of one goal in one period, as far as the figures need it.</summary>
/// <param name="GoalYear">The year of the goal, not of the period.</param>
/// <param name="Period">The period that it was reported in.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Executed">How much, in the goal's measure; null unless the outcome is <see cref="Outcome.Reported"/>.</param>
public sealed record ReportedGoal(
    ActivityNumber Activity,
    int GoalYear,
    Period Period,
    Outcome Outcome,
    decimal? Executed
);
