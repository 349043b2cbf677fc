using System.Text.Json.Serialization;

namespace Avance.Functions.Reports;

/// <summary>The latest run of a plan's reports.</summary>
/// <param name="RunId">The latest run.</param>
/// <param name="Running">True from before its first write until after its last: if it died, the report may be half new.</param>
/// <param name="LeasedUntil">No other run may start before, while it is running.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="DueAt">When the reports are to be compiled again.</param>
/// <param name="Revision">The revision of the plan that it compiled; 0 while it is running.</param>
/// <param name="RowsWritten">How many rows of the report tables it wrote; 0 if nothing had changed.</param>
public sealed record Compilation(
    string RunId,
    bool Running,
    DateTimeOffset LeasedUntil,
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    int Revision,
    int RowsWritten
)
{
    /// <summary>When it failed, or was given up; null if it did not, or another has started since.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>What the tables of dimensions hold of the plan; null while it is running, and before any did.</summary>
    [JsonIgnore]
    public WrittenDimensions? Dimensions { get; init; }
}
