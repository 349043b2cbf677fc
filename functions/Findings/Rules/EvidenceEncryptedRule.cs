using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Findings.Rules;

/// <summary>A document needs a password, so that it cannot be checked.</summary>
public sealed class EvidenceEncryptedRule : IFindingRule
{
    public string Code => "evidence-encrypted";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from file in claim.Files
        from document in file.Documents
        where document.Trouble == nameof(ReadTrouble.Encrypted)
        select RaisedFinding.About(file, document, [document.Name]);
}
