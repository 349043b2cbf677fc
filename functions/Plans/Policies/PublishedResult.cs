namespace Avance.Functions.Plans.Policies;

/// <summary>A percent of an indicator as a compliance report printed it, kept beside the one that is computed.</summary>
/// <param name="Percent">As printed, with one decimal at least: its digits say how it was rounded.</param>
public sealed record PublishedResult(ActivityNumber Activity, int Year, decimal Percent);
