using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;

namespace Avance.Functions.Findings.Rules;

/// <summary>A file of a type that is not read, or that could run a program on the reader's device.</summary>
public sealed class EvidenceTypeNotAllowedRule : IFindingRule
{
    public string Code => "evidence-type-not-allowed";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from file in claim.Files
        let trouble = file.Documents.Count > 0 ? file.Documents[0].Trouble : null
        let macros = trouble == nameof(ReadTrouble.MacrosNotAllowed)
        where
            macros
            || trouble == nameof(ReadTrouble.TypeNotAllowed)
            || (file.Documents.Count == 0 && file.State == EvidenceState.Rejected)
        let reason = macros ? nameof(ReadTrouble.MacrosNotAllowed) : nameof(ReadTrouble.TypeNotAllowed)
        select new RaisedFinding(reason, [file.Name, Messages.Text($"{Code}.{reason}")]) { File = file.Id };
}
