namespace Avance.Functions.Progress;

/// <summary>How the progress of an activity stands in a period.</summary>
/// <param name="State">The state of its latest version.</param>
/// <param name="Version">That version.</param>
/// <param name="At">When that was made.</param>
public sealed record ProgressStatus(ActivityNumber Activity, ProgressState State, int Version, DateTimeOffset At);
