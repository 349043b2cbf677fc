using System.Text.Json.Serialization;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>What a person has made of a draft, or added. It stays whatever is drafted later.</summary>
/// <param name="Drafted">The draft that the person saw; null for what was added.</param>
/// <param name="Text">The text, which may be the draft's; empty once it was withdrawn.</param>
/// <param name="Unit">The unit that it is addressed to; null for the draft's.</param>
/// <param name="Activity">The activity that it names; null for the draft's.</param>
/// <param name="Document">The document that it names; null for the draft's.</param>
/// <param name="IsDropped">True leaves it out of the report.</param>
/// <param name="IsWithdrawn">True once the edit was undone, or the addition removed. Kept so that versions go on.</param>
/// <param name="Version">From 1, one more with each change.</param>
public sealed record RecommendationEdit(
    RecommendationId Id,
    RecommendationDraft? Drafted,
    string Text,
    UnitCode? Unit,
    ActivityNumber? Activity,
    string? Document,
    bool IsDropped,
    bool IsWithdrawn,
    int Version,
    string By,
    DateTimeOffset At
)
{
    /// <summary>The text that a person wrote; null if it is the draft's.</summary>
    [JsonIgnore]
    public string? OwnText => Text == Drafted?.Text ? null : Text;

    /// <summary>True if anything of it is a person's own.</summary>
    [JsonIgnore]
    public bool IsEdited => OwnText is not null || Unit is not null || Activity is not null || Document is not null;

    /// <summary>True if both say the same, also if different people wrote them.</summary>
    public bool SaysSame(RecommendationEdit other) =>
        this with { Version = other.Version, By = other.By, At = other.At } == other;
}
