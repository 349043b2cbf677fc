using Azure;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>An edit as it was read, with its ETag.</summary>
public sealed record StoredRecommendation(RecommendationEdit Edit, ETag ETag);
