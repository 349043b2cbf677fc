namespace Avance.Functions.Findings.Rules;

/// <summary>A document that may run macros: it was read without running any, but others who open it may run them.</summary>
public sealed class EvidenceMacrosRule : IFindingRule
{
    public string Code => "evidence-macros";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from file in claim.Files
        from document in file.Documents
        where document.HasMacros
        select RaisedFinding.About(file, document, [FindingText.Place(file, document)]);
}
