using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// The year ends below its target, and neither a problem nor an improvement action says why. An indicator is below its target
/// where it has not reached it in its direction; where that cannot be told, as for an accumulated one of which earlier years
/// count too, nothing is said.
/// </summary>
public sealed class BelowTargetUnexplainedRule : IFindingRule
{
    public string Code => "below-target-unexplained";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        claim is { EndsYear: true, Claim: { } sent }
        && string.IsNullOrWhiteSpace(sent.Problems)
        && string.IsNullOrWhiteSpace(sent.ImprovementActions)
            ? claim
                .Goals.Select(goal => Evaluate(claim, goal))
                // Every other outcome carries its reason.
                .Where(goal => goal is { Result.Outcome: Outcome.Reported, IsBelow: true })
                .Select(goal => Raise(goal.Result))
            : [];

    private static (GoalResult Result, bool IsBelow) Evaluate(ExaminedClaim claim, Goal goal)
    {
        var reports = claim
            .YearReported.Where(report =>
                report.Activity == goal.Activity && report.Period.CompareTo(claim.Period.Id) <= 0
            )
            .ToList();
        var result = GoalRules.Evaluate(goal, claim.Activity.Status, claim.Indicator, reports);
        return (
            result,
            claim.Indicator is { } indicator
                ? IndicatorRules.Evaluate(indicator, goal.Year, GoalRules.ActualsOf(reports)).IsExceeded == false
                : result.Percent < 100
        );
    }

    private static RaisedFinding Raise(GoalResult result)
    {
        string[] figures =
        [
            $"{result.Goal.Year}",
            FindingText.Figure(result.Executed!.Value),
            FindingText.Figure(result.Goal.Target),
            // Rounded down: what is below its target is not shown as 100 %.
            result.Percent
                is { } percent
                ? FindingText.Figure(decimal.Floor(percent))
                : "",
        ];
        var said =
            !result.IsIndicator ? "Goal"
            : figures[3].Length > 0 ? "Indicator"
            : "IndicatorWithoutPercent";
        return new RaisedFinding(
            $"{result.Goal.Year}|{FindingText.Key(result.Executed.Value)}/{FindingText.Key(result.Goal.Target)}",
            [Messages.Text($"below-target-unexplained.{said}", [.. figures])]
        );
    }
}
