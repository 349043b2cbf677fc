using Azure;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>The order that a person gave the recommendations of a period.</summary>
/// <param name="Version">From 1; 0 if they were never ordered.</param>
/// <param name="By">Who ordered them last; empty if they were never ordered.</param>
/// <param name="ETag">As it was read; null if they were never ordered.</param>
public sealed record RecommendationOrder(
    ValueList<RecommendationId> Ids,
    int Version,
    string By,
    DateTimeOffset At,
    ETag? ETag
)
{
    public static RecommendationOrder None { get; } = new([], 0, "", default, null);
}
