using Avance.Functions.Findings;

namespace Avance.Functions.Reports.Overviews;

/// <summary>What is known of an activity's claim besides what was sent.</summary>
/// <param name="Files">Files of evidence that were not withdrawn.</param>
/// <param name="Findings">Those raised now.</param>
/// <param name="Examined">True if they are about what is there now.</param>
public sealed record ActivityMarks(int Files, IReadOnlyList<Finding> Findings, bool Examined)
{
    /// <summary>Since when what is there now cannot be examined; null if it was, or is still to be.</summary>
    public DateTimeOffset? NotExaminedSince { get; init; }

    public static ActivityMarks None { get; } = new(0, [], false);
}
