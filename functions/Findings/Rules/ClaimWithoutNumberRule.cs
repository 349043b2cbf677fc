using Avance.Functions.Findings.Figures;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings.Rules;

/// <summary>Done, but no number given: the goal stays out of the unit's mean and is not fully executed.</summary>
public sealed class ClaimWithoutNumberRule : IFindingRule
{
    public string Code => "claim-without-number";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        var goals = (claim.Claim?.Goals ?? []).Where(entry => entry.Outcome == Outcome.NotQuantified).ToList();
        if (goals.Count == 0)
        {
            yield break;
        }

        var hint = EvidencedFigures.LargestOf(claim) is { } figure
            ? " " + Messages.Text($"{Code}.Evidenced", FindingText.Figure(figure.Value), figure.Place)
            : "";
        foreach (var goal in goals)
        {
            yield return new RaisedFinding($"{goal.Year}", [$"{goal.Year}", claim.Activity.UnitOfMeasure, hint]);
        }
    }
}
