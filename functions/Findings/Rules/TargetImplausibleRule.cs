using Avance.Functions.Plans.Indicators;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// What was obtained is many times what was expected of an indicator: the target, or the value, may be in another unit or have
/// its decimal point in another place.
/// </summary>
public sealed class TargetImplausibleRule : IFindingRule
{
    /// <summary>From this percent on, ten times the target, a person should look.</summary>
    public const decimal ImplausiblePercent = 1_000;

    public string Code => "target-implausible";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        if (claim is not { Claim: not null, Indicator: { } indicator })
        {
            return [];
        }

        var actuals = GoalRules.ActualsOf(
            claim.YearReported.Where(report => report.Period.CompareTo(claim.Period.Id) <= 0)
        );
        return claim
            .Goals.Select(goal => IndicatorRules.Evaluate(indicator, goal.Year, actuals))
            .Where(result => result.Percent >= ImplausiblePercent)
            .Select(Raise);
    }

    private static RaisedFinding Raise(IndicatorResult result) =>
        new(
            $"{result.Year}|{FindingText.Key(result.MeasuredActual!.Value)}/{FindingText.Key(result.MeasuredTarget!.Value)}",
            [
                $"{result.Year}",
                FindingText.Figure(result.MeasuredActual.Value),
                FindingText.Figure(result.MeasuredTarget.Value),
                FindingText.Figure(decimal.Round(result.Percent!.Value, 1, MidpointRounding.AwayFromZero)),
            ]
        );
}
