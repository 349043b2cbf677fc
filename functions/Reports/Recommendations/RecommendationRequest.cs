namespace Avance.Functions.Reports.Recommendations;

/// <summary>The body with which the secretariat edits, drops or adds a recommendation.</summary>
/// <param name="Text">10 to 4,000 characters; may be empty to drop one without changing its text.</param>
/// <param name="Unit">The unit that it is addressed to; null for the draft's, or the activity's.</param>
/// <param name="Activity">The activity that it names; null for the draft's.</param>
/// <param name="Document">The document that it names, at most 300 characters; null for the draft's.</param>
/// <param name="IsDropped">True leaves it out of the report.</param>
/// <param name="Draft">The draft that the editor saw; null for what is drafted now.</param>
public sealed record RecommendationRequest(
    string Text = "",
    UnitCode? Unit = null,
    ActivityNumber? Activity = null,
    string? Document = null,
    bool IsDropped = false,
    string? Draft = null
);
