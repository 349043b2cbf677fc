using Avance.Functions.Plans;

namespace Avance.Functions.Findings.Rules;

/// <summary>The period is due and nothing was sent: the goal counts as 0.</summary>
public sealed class NothingSubmittedRule : IFindingRule
{
    public string Code => "nothing-submitted";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        claim is { IsOverdue: true, Claim: null, Goals.Count: > 0, Activity.Status: ActivityStatus.Active }
            ? [new RaisedFinding("", [$"{claim.Activity.Number}", $"{claim.Period.Id}"])]
            : [];
}
