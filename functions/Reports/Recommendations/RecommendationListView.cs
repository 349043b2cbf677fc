namespace Avance.Functions.Reports.Recommendations;

/// <summary>The recommendations of a period as the desk shows them.</summary>
/// <param name="OrderVersion">The version to send with the next order; 0 if they were never ordered.</param>
public sealed record RecommendationListView(int OrderVersion, ValueList<Recommendation> Recommendations)
{
    public static RecommendationListView Of(PeriodRecommendations all) => new(all.Order.Version, all.Merge());
}
