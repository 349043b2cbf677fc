using System.Text.Json.Serialization;

namespace Avance.Functions.Progress;

/// <summary>What a unit fills in for an activity in a period.</summary>
/// <param name="Goals">One entry a goal; a draft may leave goals out.</param>
/// <param name="Narrative">What was done.</param>
/// <param name="DocumentsCited">Documents that prove it, as the unit writes them.</param>
/// <param name="EvidenceLinks">Addresses of evidence kept elsewhere, http or https.</param>
/// <param name="Problems">What stood in the way.</param>
/// <param name="ImprovementActions">What is done about it.</param>
/// <param name="Achievements">What went well.</param>
public sealed record ProgressContent(
    ValueList<GoalEntry> Goals,
    string Narrative,
    ValueList<string> DocumentsCited,
    ValueList<string> EvidenceLinks,
    string Problems,
    string ImprovementActions,
    string Achievements
)
{
    /// <summary>Where the value of an indicator comes from, for example a survey and its year; empty for other activities.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }
}
