using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Overviews;

/// <summary>How an activity stands.</summary>
/// <param name="Status">Whether it still counts: if not, nothing is to be reported.</param>
/// <param name="State">Where its progress stands; null where nothing has been saved.</param>
/// <param name="Version">The latest version of its progress; 0 where nothing has been saved.</param>
/// <param name="Late">True if it was sent after the period was due.</param>
/// <param name="Percent">Plain mean of the percents of its goals, unrounded; null if none has one.</param>
/// <param name="Files">Files of evidence that were not withdrawn.</param>
/// <param name="Doubts">Findings that are raised and not dismissed.</param>
/// <param name="Serious">The serious ones of them.</param>
/// <param name="Examined">True if the findings are up to date with its last version and all its files.</param>
public sealed record ActivityOverview(
    ActivityNumber Number,
    string Title,
    UnitCode Unit,
    ActivityStatus Status,
    ProgressState? State,
    int Version,
    bool Late,
    decimal? Percent,
    TrafficLight Light,
    int Files,
    int Doubts,
    int Serious,
    bool Examined
)
{
    /// <summary>
    /// Since when the examination of the claim as it is now has failed, in the plan's time zone; null if it succeeded
    /// or is pending.
    /// </summary>
    public DateTimeOffset? NotExaminedSince { get; init; }

    /// <summary>True if it was sent and not returned.</summary>
    internal bool IsSent => State is ProgressState.Submitted or ProgressState.Resubmitted or ProgressState.Accepted;

    /// <summary>True if something is to be reported of it.</summary>
    internal bool IsDue => Status == ActivityStatus.Active;
}
