namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>A plan checked against what the last report of the plan before recommended.</summary>
/// <param name="Of">The plan before.</param>
/// <param name="OfName">Its name.</param>
/// <param name="Period">The period of its last report; null if it has none yet.</param>
/// <param name="Open">How many recommendations nothing was said of yet.</param>
public sealed record RecommendationCheck(
    PlanId Of,
    string OfName,
    Period? Period,
    int Open,
    ValueList<CheckedRecommendation> Recommendations
);
