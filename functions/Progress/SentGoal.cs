namespace Avance.Functions.Progress;

/// <summary>What the reports read of a goal in a period.</summary>
/// <param name="GoalYear">The year of the goal.</param>
/// <param name="Late">True if it was sent after the period was due.</param>
/// <param name="Counted">The goal as last sent; null if only a draft exists.</param>
public sealed record SentGoal(
    ActivityNumber Activity,
    int GoalYear,
    Period Period,
    ProgressState State,
    bool Late,
    ReportedGoal? Counted
)
{
    /// <summary>The latest version, whatever it is.</summary>
    public int Version { get; init; }
}
