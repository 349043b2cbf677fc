using Avance.Functions.Findings;

namespace Avance.Functions.Reports.Overviews;

/// <summary>The files and findings of an activity's claim.</summary>
/// <param name="Files">Files of evidence that were not withdrawn.</param>
/// <param name="Findings">Those raised now.</param>
/// <param name="Examined">True if the findings are up to date with the claim and its files.</param>
public sealed record ClaimSummary(int Files, IReadOnlyList<Finding> Findings, bool Examined)
{
    /// <summary>
    /// Since when the examination of the claim as it is now has failed; null if it succeeded or is pending.
    /// </summary>
    public DateTimeOffset? NotExaminedSince { get; init; }

    public static ClaimSummary None { get; } = new(0, [], false);
}
