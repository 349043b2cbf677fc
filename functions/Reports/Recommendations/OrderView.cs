namespace Avance.Functions.Reports.Recommendations;

/// <summary>The order of the recommendations as it is now.</summary>
/// <param name="Version">The version to send with the next order.</param>
public sealed record OrderView(int Version, ValueList<RecommendationId> Ids);
