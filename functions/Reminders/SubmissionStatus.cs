using Avance.Functions.Progress;

namespace Avance.Functions.Reminders;

/// <summary>Where the progress of an activity stands in a period.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="State">The state of its latest version.</param>
/// <param name="At">When that was made.</param>
/// <param name="Return">The return that it was not answered to; null unless it is returned.</param>
public sealed record SubmissionStatus(
    ActivityNumber Activity,
    ProgressState State,
    DateTimeOffset At,
    ReturnedVersion? Return = null
);
