using Avance.Functions.Findings.Figures;
using Avance.Functions.Plans;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// The evidence gives numbers in the unit of measure, and neither one of them nor a sum of them is the number claimed.
/// Evidence without a number contradicts no claim.
/// </summary>
public sealed class ClaimDiffersRule : IFindingRule
{
    public string Code => "claim-differs";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        if (!claim.IsFullyRead())
        {
            yield break;
        }

        foreach (var claimed in ClaimedFigure.Of(claim))
        {
            var documents = EvidencedFigures.Of(claim, claimed.Goal.Measure);
            if (!claimed.Matches(Sums(documents, claimed.Goal.Measure)) && Nearest(documents, claimed) is { } nearest)
            {
                yield return Raise(claim, claimed, nearest.Value, nearest.Parts);
            }
        }
    }

    internal static RaisedFinding Raise(
        ExaminedClaim claim,
        ClaimedFigure claimed,
        decimal value,
        ValueList<EvidencedFigure> parts
    ) =>
        new(
            claimed.Subject(value),
            [
                FindingText.Figure(claimed.Executed),
                claim.Activity.UnitOfMeasure,
                FindingText.Figure(value),
                parts.Count == 1 ? parts[0].Place : FindingText.Sum(parts),
            ]
        )
        {
            File = parts[0].File,
            Where = parts[0].Where,
        };

    /// <summary>Percents do not add up.</summary>
    internal static FigureSums Sums(IEnumerable<List<EvidencedFigure>> documents, GoalMeasure measure) =>
        measure == GoalMeasure.Percent
            ? FigureSums.OfSingles(documents.SelectMany(figures => figures))
            : new FigureSums(documents);

    /// <summary>Of the figures read without a doubt, counts of women and men go before other mentions.</summary>
    private static (decimal Value, ValueList<EvidencedFigure> Parts)? Nearest(
        List<List<EvidencedFigure>> documents,
        ClaimedFigure claimed
    )
    {
        var strong = documents.ConvertAll(figures =>
            figures.FindAll(figure => figure.IsStrong && !IsTarget(figure, claimed))
        );
        var people = strong.ConvertAll(figures =>
            figures.FindAll(figure => figure.Source < FigureSource.UnitOfMeasure)
        );
        var best = people.Exists(figures => figures.Count > 0) ? people : strong;
        return Sums(best, claimed.Goal.Measure).Closest(claimed.Executed);
    }

    /// <summary>A text that reports a part of the target often repeats the target.</summary>
    private static bool IsTarget(EvidencedFigure figure, ClaimedFigure claimed) =>
        figure.Source == FigureSource.UnitOfMeasure
        && figure.Value == claimed.Goal.Target
        && claimed.Executed < claimed.Goal.Target;
}
