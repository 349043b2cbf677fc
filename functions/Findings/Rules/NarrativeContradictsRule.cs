using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Text;
using Avance.Functions.Findings.Figures;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// The narrative gives another number than the figure. The target, which narratives often repeat, does not count.
/// </summary>
public sealed class NarrativeContradictsRule : IFindingRule
{
    public string Code => "narrative-contradicts";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        if (claim.Claim is not { } sent || string.IsNullOrWhiteSpace(sent.Narrative))
        {
            yield break;
        }

        var text = new DocumentText([new TextBlock(sent.Narrative, new ReadLocation([]))], [], null, UsedOcr: false);
        var facts = FactExtractor.Extract(text, claim.Activity.UnitOfMeasure);
        var numbers = TextPieces
            .Of(text)
            .SelectMany(piece => Tokens.Of(piece.Folded))
            .Where(token => token.Kind is TokenKind.Count or TokenKind.Percent)
            .Select(token => token.Value)
            .ToHashSet();
        foreach (var claimed in ClaimedFigure.Of(claim))
        {
            var figures = EvidencedFigures.Of(claim.Activity, facts, claimed.Goal.Measure, null, _ => "");
            var others = figures.FindAll(figure => figure.IsStrong && figure.Value != claimed.Goal.Target);
            // No contradiction if the number claimed is there too: of 250 servants, 33 were trained.
            if (
                !numbers.Contains(claimed.Executed)
                && !claimed.Matches(ClaimDiffersRule.Sums([figures], claimed.Goal.Measure))
                && ClaimDiffersRule.Sums([others], claimed.Goal.Measure).Closest(claimed.Executed) is { } closest
            )
            {
                yield return new RaisedFinding(
                    claimed.Subject(closest.Value),
                    [
                        FindingText.Figure(claimed.Executed),
                        claim.Activity.UnitOfMeasure,
                        FindingText.Figure(closest.Value),
                    ]
                );
            }
        }
    }
}
