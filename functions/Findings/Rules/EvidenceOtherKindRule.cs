using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Kinds;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// A training is not a technical assistance nor an awareness mail. Raised only if a document is clearly of another kind
/// and none of the claim may be of the kind required: reports mention much besides their subject.
/// </summary>
public sealed class EvidenceOtherKindRule : IFindingRule
{
    /// <summary>The weight of a heading, or of as many words of the body; less is too weak a sign.</summary>
    private const int MinWeight = 10;

    public string Code => "evidence-other-kind";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        var required = RequiredEvidence.Of(claim.Activity).Actions;
        // A survey may be the source of an indicator on trainings.
        if (!claim.IsComplete || !claim.SaysDone() || required.Count == 0 || claim.Indicator is not null)
        {
            return [];
        }

        var given = claim
            .ReadDocuments()
            .Select(item => (item.File, item.Document, Kinds: Likely(item.Facts)))
            .Where(item => item.Kinds.Count > 0)
            .ToList();
        return given.Exists(item => item.Kinds.Any(mention => required.Contains(mention.Kind)))
            ? []
            : given
                .Where(item => item.Kinds is [{ Weight: >= MinWeight }])
                .Select(item =>
                    RaisedFinding.About(
                        item.File,
                        item.Document,
                        [
                            FindingText.Place(item.File, item.Document),
                            FindingText.Kind(item.Kinds[0].Kind),
                            FindingText.KindsOf(required),
                            item.Kinds[0].Raw,
                        ]
                    ) with
                    {
                        Subject = $"{string.Join('/', item.Document.Path)}|{item.Kinds[0].Kind}",
                        Where = item.Kinds[0].Where,
                    }
                );
    }

    /// <summary>The actions that a document may prove: the likeliest, and those with two thirds of its weight.</summary>
    private static List<KindMention> Likely(DocumentFacts facts)
    {
        var actions = facts.Kinds.Where(mention => RequiredEvidence.IsAction(mention.Kind)).ToList();
        return actions.FindAll(mention => mention.Weight * 3 > actions[0].Weight * 2);
    }
}
