namespace Avance.Functions.Findings.Rules;

/// <summary>A name that promises another type: often a file renamed instead of converted, which others cannot open.</summary>
public sealed class EvidenceTypeMismatchRule : IFindingRule
{
    public string Code => "evidence-type-mismatch";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from file in claim.Files
        from document in file.Documents
        where document is { NameMatches: false, Format: not null }
        select RaisedFinding.About(
            file,
            document,
            [FindingText.Place(file, document), document.Format!.Value.ToString().ToUpperInvariant()]
        );
}
