using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Findings.Rules;

/// <summary>The plan asks for a resolution, a plan, minutes or a mail, and nothing that was sent even mentions one.</summary>
public sealed class EvidenceKindMissingRule : IFindingRule
{
    public string Code => "evidence-kind-missing";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        var forms = RequiredEvidence.Of(claim.Activity).Forms;
        return
            forms.Count > 0
            && claim.Files.Count > 0
            && claim.SaysDone()
            && claim.IsFullyRead()
            && !claim.ReadDocuments().Any(item => forms.Any(form => MayBe(item.Document, item.Facts, form)))
            ?
            [
                new RaisedFinding(
                    string.Join(',', forms),
                    [FindingText.KindsOf(forms), claim.Activity.EvidenceRequirement]
                ),
            ]
            : [];
    }

    private static bool MayBe(ExtractedDocument document, DocumentFacts facts, DocumentKind form) =>
        facts.Kinds.Any(mention => mention.Kind == form)
        || form switch
        {
            DocumentKind.Mail => document.Format is EvidenceFormat.Eml or EvidenceFormat.Msg,
            DocumentKind.Resolution => facts.References.Any(item => ReferenceTypes.IsNorm(item.Document.Type)),
            _ => false,
        };
}
