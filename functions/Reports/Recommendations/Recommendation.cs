namespace Avance.Functions.Reports.Recommendations;

/// <summary>A recommendation as the report has it.</summary>
/// <param name="Unit">The unit that it is addressed to.</param>
/// <param name="Activity">The activity that it names; null if it names none.</param>
/// <param name="Document">The document that it names; empty if it names none.</param>
/// <param name="Draft">What would be drafted now; empty if nothing would.</param>
/// <param name="Text">What the report says.</param>
/// <param name="IsDropped">True if it is left out of the report.</param>
/// <param name="IsOutdated">True if a person edited or dropped it, and it is no longer drafted, or drafted differently.</param>
/// <param name="Version">The version to send with the next change; 0 if no person has touched it.</param>
/// <param name="By">Who changed it last; empty if it is as it was drafted.</param>
/// <param name="At">When; null if it is as it was drafted.</param>
public sealed record Recommendation(
    RecommendationId Id,
    RecommendationReason Reason,
    UnitCode Unit,
    ActivityNumber? Activity,
    string Document,
    string Draft,
    string Text,
    RecommendationOrigin Origin,
    bool IsDropped,
    bool IsOutdated,
    int Version,
    string By,
    DateTimeOffset? At
);
