using System.Text.Json.Serialization;

namespace Avance.Functions.Progress;

/// <summary>The body with which a unit saves or sends the progress of an activity.</summary>
/// <remarks>
/// The client makes <c>SubmissionId</c>: the same id with the same body is the same submission, however often it comes.
/// <c>Evidence</c> names the uploaded files that are sent with it; without it, all that were uploaded for the activity.
/// <c>Source</c> is left out of what is compared while it is null, so that what was sent before it existed is still the same.
/// The other members are those of <see cref="ProgressContent"/>; texts may be left out.
/// </remarks>
public sealed record ProgressRequest(
    Guid SubmissionId,
    ProgressAction Action,
    ValueList<GoalEntry> Goals,
    string Narrative = "",
    ValueList<string>? DocumentsCited = null,
    ValueList<string>? EvidenceLinks = null,
    string Problems = "",
    string ImprovementActions = "",
    string Achievements = "",
    ValueList<EvidenceId>? Evidence = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source = null
)
{
    public ProgressContent ToContent() =>
        new(
            Goals,
            Narrative.Trim(),
            (DocumentsCited ?? []).Select(document => document.Trim()).ToValueList(),
            (EvidenceLinks ?? []).Select(link => link.Trim()).ToValueList(),
            Problems.Trim(),
            ImprovementActions.Trim(),
            Achievements.Trim()
        )
        {
            Source = string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(),
        };
}
