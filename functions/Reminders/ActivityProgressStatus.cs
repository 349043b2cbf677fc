using Avance.Functions.Progress;

namespace Avance.Functions.Reminders;

/// <summary>Where the progress of an activity stands in a period.</summary>
/// <param name="State">The state of its latest version.</param>
/// <param name="Version">That version.</param>
/// <param name="At">When that was made.</param>
/// <param name="Return">The return that the unit has not answered yet; null unless it is returned.</param>
public sealed record ActivityProgressStatus(
    ActivityNumber Activity,
    ProgressState State,
    int Version,
    DateTimeOffset At,
    ReturnedVersion? Return = null
);
