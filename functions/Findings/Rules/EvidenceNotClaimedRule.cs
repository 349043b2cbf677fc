using Avance.Functions.Findings.Figures;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings.Rules;

/// <summary>Nothing is claimed, yet the evidence gives a figure: the unit may have forgotten it.</summary>
public sealed class EvidenceNotClaimedRule : IFindingRule
{
    public string Code => "evidence-not-claimed";

    public FindingSeverity Severity => FindingSeverity.Notice;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        claim.Claim is { Goals.Count: > 0 } sent
        && sent.Goals.All(IsNothing)
        && EvidencedFigures.LargestOf(claim) is { } figure
            ?
            [
                new RaisedFinding(
                    FindingText.Key(figure.Value),
                    [FindingText.Figure(figure.Value), claim.Activity.UnitOfMeasure, figure.Place]
                )
                {
                    File = figure.File,
                    Where = figure.Where,
                },
            ]
            : [];

    private static bool IsNothing(GoalEntry entry) =>
        entry.Outcome == Outcome.NotReported || entry is { Outcome: Outcome.Reported, Executed: null or 0 };
}
