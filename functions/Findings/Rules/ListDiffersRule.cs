using Avance.Functions.Findings.Figures;
using Avance.Functions.Plans;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// A text says the number claimed, and the lists count nearly as many: 180 against 178. A list that counts quite another
/// number is of something else, or of a part.
/// </summary>
public sealed class ListDiffersRule : IFindingRule
{
    private const decimal NearlyPeople = 3;
    private const decimal NearlyShare = 0.1m;

    public string Code => "list-differs";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        if (!claim.IsFullyRead())
        {
            yield break;
        }

        foreach (var claimed in ClaimedFigure.Of(claim).Where(item => item.Goal.Measure == GoalMeasure.Count))
        {
            var documents = EvidencedFigures.Of(claim, GoalMeasure.Count);
            var lists = new FigureSums(
                documents.Select(figures =>
                    figures.FindAll(figure => figure is { Source: FigureSource.List, IsStrong: true })
                )
            );
            var persons = new FigureSums(
                documents.Select(figures => figures.FindAll(figure => figure.Source == FigureSource.Persons))
            );
            if (
                !claimed.Matches(lists)
                && !claimed.Matches(persons)
                && claimed.Matches(new FigureSums(documents))
                && lists.Closest(claimed.Executed) is { } closest
                && Math.Abs(closest.Value - claimed.Executed) <= Math.Max(NearlyPeople, claimed.Executed * NearlyShare)
            )
            {
                yield return ClaimDiffersRule.Raise(claim, claimed, closest.Value, closest.Parts);
            }
        }
    }
}
