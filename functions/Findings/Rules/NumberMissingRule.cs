using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Findings.Rules;

/// <summary>A document without a number cannot be found again, nor distinguished from another.</summary>
public sealed class NumberMissingRule : IFindingRule
{
    public string Code => "number-missing";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        if (claim.Claim is null || !claim.SaysDone())
        {
            yield break;
        }

        var cited = DocumentNumbers.CitedBy(claim.Claim.DocumentsCited);
        foreach (
            var reference in cited.Where(item => item.Doubts.Contains(DoubtCode.NumberMissing, StringComparer.Ordinal))
        )
        {
            yield return new RaisedFinding(reference.Normalised, [Messages.Text($"{Code}.Cited", reference.Raw)]);
        }

        // An indicator is proved by its source, a survey or a register, which need not be a numbered document.
        if (
            claim.Indicator is null
            && cited.All(item => ReferenceTypes.IsNational(item.Document.Type))
            && claim.IsFullyRead()
            && RequiredEvidence.Of(claim.Activity).AsksForNumbered
            && !claim.ReadDocuments().Any(item => DocumentNumbers.OwnOf(item.Document) is not null)
        )
        {
            yield return new RaisedFinding(
                "",
                [Messages.Text(claim.Files.Count == 0 ? $"{Code}.None" : $"{Code}.NoneInFiles")]
            );
        }
    }
}
