namespace Avance.Functions.Reports.Recommendations;

/// <summary>What Avance proposes to recommend.</summary>
/// <param name="Unit">The unit that it is addressed to.</param>
/// <param name="Activity">The activity that it names, the first one of several; null if it names none.</param>
/// <param name="Document">The document that it names; empty if it names none.</param>
public sealed record RecommendationDraft(
    RecommendationId Id,
    RecommendationReason Reason,
    UnitCode Unit,
    ActivityNumber? Activity,
    string Document,
    string Text
);
