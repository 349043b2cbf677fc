using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Findings.Rules;

/// <summary>The file has no content.</summary>
public sealed class EvidenceEmptyRule : IFindingRule
{
    public string Code => "evidence-empty";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from file in claim.Files
        where file.Documents is [{ Trouble: nameof(ReadTrouble.Empty) }, ..]
        select RaisedFinding.About(file, file.Documents[0], [file.Name]);
}
