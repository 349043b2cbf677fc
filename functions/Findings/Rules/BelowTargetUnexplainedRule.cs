using Avance.Functions.Progress;

namespace Avance.Functions.Findings.Rules;

/// <summary>The year ends below its target, and neither a problem nor an improvement action says why.</summary>
public sealed class BelowTargetUnexplainedRule : IFindingRule
{
    public string Code => "below-target-unexplained";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        claim is { EndsYear: true, Claim: { } sent }
        && string.IsNullOrWhiteSpace(sent.Problems)
        && string.IsNullOrWhiteSpace(sent.ImprovementActions)
            ? claim
                .Goals.Select(goal =>
                    GoalRules.Evaluate(
                        goal,
                        claim.Activity.Status,
                        claim.Indicator,
                        [
                            .. claim.YearReported.Where(report =>
                                report.Activity == goal.Activity && report.Period.CompareTo(claim.Period.Id) <= 0
                            ),
                        ]
                    )
                )
                // Every other outcome carries its reason.
                .Where(result => result is { Outcome: Outcome.Reported, Percent: < 100 })
                .Select(Raise)
            : [];

    private static RaisedFinding Raise(GoalResult result) =>
        new(
            $"{result.Goal.Year}|{FindingText.Key(result.Executed!.Value)}/{FindingText.Key(result.Goal.Target)}",
            [
                $"{result.Goal.Year}",
                FindingText.Figure(result.Executed.Value),
                FindingText.Figure(result.Goal.Target),
                // Rounded down: what is below its target is not shown as 100 %.
                FindingText.Figure(decimal.Floor(result.Percent!.Value)),
            ]
        );
}
