namespace Avance.Functions.Reports.National;

/// <summary>The latest run of the national consolidation.</summary>
/// <param name="RunId">The latest run.</param>
/// <param name="Running">True from before its first write until after its last.</param>
/// <param name="LeasedUntil">No other run may start before, while it is running.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Groups">A checksum of the groups that were counted.</param>
/// <param name="Columns">A checksum of the columns that were written: an app with others writes all rows anew.</param>
public sealed record Consolidation(
    string RunId,
    bool Running,
    DateTimeOffset LeasedUntil,
    DateTimeOffset StartedAt,
    string Groups,
    string Columns
)
{
    /// <summary>When what the tables hold was last looked through; null before the first run has ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
