using Avance.Functions.Documents;

namespace Avance.Functions.Findings;

/// <summary>Something about a claim that a person should look at, and what people have said of it.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Arguments">What the placeholders of its detail stand for.</param>
/// <param name="File">The file that it is about; null if it is about the claim itself.</param>
/// <param name="Where">Where in that file; null for the file as a whole.</param>
/// <param name="Elsewhere">The other claim, for what is given as proof twice.</param>
/// <param name="IsRaised">
/// False once the rules no longer raise it; kept, with what people said, in case they do again.
/// </param>
/// <param name="ChangedAt">When the rules last began or ceased to raise it.</param>
/// <param name="Explanation">What the unit says; null if nothing.</param>
/// <param name="Resolution">What the secretariat decided; null if nothing.</param>
public sealed record Finding(
    FindingId Id,
    FindingSeverity Severity,
    ValueList<string> Arguments,
    EvidenceId? File,
    ReadLocation? Where,
    ClaimAddress? Elsewhere,
    bool IsRaised,
    DateTimeOffset ChangedAt,
    Explanation? Explanation = null,
    Resolution? Resolution = null
)
{
    public FindingState State =>
        Resolution is not null ? FindingState.Resolved
        : Explanation is not null ? FindingState.Explained
        : FindingState.Open;

    /// <summary>
    /// The finding as it is stored. Texts from documents that are too long for a row are cut, with a note.
    /// </summary>
    public static Finding Raise(ClaimAddress claim, IFindingRule rule, RaisedFinding raised, DateTimeOffset now) =>
        new(
            FindingId.Of(claim, rule.Code, raised),
            rule.Severity,
            raised.Arguments.Select(FindingText.Bounded).ToValueList(),
            raised.File,
            raised.Where is { } where ? FindingText.Bounded(where) : null,
            raised.Elsewhere,
            IsRaised: true,
            now
        );
}
