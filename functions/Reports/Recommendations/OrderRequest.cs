namespace Avance.Functions.Reports.Recommendations;

/// <summary>The body with which the secretariat orders the recommendations of a period.</summary>
/// <param name="Ids">In their order; those that it lacks come after them, and unknown ones are left out.</param>
public sealed record OrderRequest(ValueList<RecommendationId> Ids);
