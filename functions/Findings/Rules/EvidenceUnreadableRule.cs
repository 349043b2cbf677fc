using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;

namespace Avance.Functions.Findings.Rules;

/// <summary>A file that cannot be read proves nothing; the reason says what the unit can do about it.</summary>
public sealed class EvidenceUnreadableRule : IFindingRule
{
    private const string GivenUp = "GivenUp";

    // Each of these has a finding of its own.
    private static readonly string[] Others =
    [
        nameof(ReadTrouble.Encrypted),
        nameof(ReadTrouble.Empty),
        nameof(ReadTrouble.TypeNotAllowed),
        nameof(ReadTrouble.MacrosNotAllowed),
    ];

    public string Code => "evidence-unreadable";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from file in claim.Files
        let trouble = TroubleOf(file)
        where trouble is not null && !Others.Contains(trouble, StringComparer.Ordinal)
        select new RaisedFinding(trouble, [file.Name, Messages.Text($"{Code}.{trouble}")]) { File = file.Id };

    private static string? TroubleOf(ExaminedFile file) =>
        file.Documents.Count > 0 && file.Documents[0].Trouble is { } trouble ? trouble
        // Also where the first pages were read: the rest was not.
        : file.State == EvidenceState.Unreadable ? GivenUp
        : null;
}
