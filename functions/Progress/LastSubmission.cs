namespace Avance.Functions.Progress;

/// <summary>What a unit last sent of an activity in a period, whatever was decided or drafted since.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Narrative">What was done, in the unit's words.</param>
public sealed record LastSubmission(ActivityNumber Activity, int Version, DateTimeOffset At, string Narrative);
