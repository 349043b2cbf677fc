namespace Avance.Functions.Reports.Recommendations;

/// <summary>What a change has left.</summary>
/// <param name="Version">The version to send with the next change.</param>
/// <param name="Recommendation">As it is now; null if nothing of it is left to show.</param>
public sealed record ChangedRecommendation(int Version, Recommendation? Recommendation);
