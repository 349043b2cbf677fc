using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Overviews;

/// <summary>Puts the figures of the reports and the states of the claims side by side. Pure.</summary>
public static class OverviewRules
{
    /// <param name="result">Its figures by the end of the period.</param>
    /// <param name="sent">What was saved and sent in the period's year.</param>
    /// <param name="claims">What else is known of the claims of the period.</param>
    public static ValueList<ActivityOverview> Activities(
        Plan plan,
        PlanResult result,
        IEnumerable<SentGoal> sent,
        IReadOnlyDictionary<ActivityNumber, ClaimSummary> claims
    )
    {
        var ofPeriod = sent.Where(goal => goal.Period == result.Period).ToLookup(goal => goal.Activity);
        return result
            .Activities.Select(activity =>
                Describe(
                    plan,
                    activity,
                    ofPeriod[activity.Activity.Number].MaxBy(goal => goal.Version),
                    claims.GetValueOrDefault(activity.Activity.Number, ClaimSummary.None)
                )
            )
            .ToValueList();
    }

    public static ValueList<UnitOverview> Units(
        Plan plan,
        PlanResult result,
        IReadOnlyList<ActivityOverview> activities
    )
    {
        var ranked = result.Units.ToDictionary(unit => unit.Unit.Code);
        var ofUnit = activities.ToLookup(activity => activity.Unit);
        return plan
            .Units.Where(unit => ofUnit.Contains(unit.Code))
            .Select(unit => Describe(plan, unit, ranked.GetValueOrDefault(unit.Code), [.. ofUnit[unit.Code]]))
            .ToValueList();
    }

    private static UnitOverview Describe(
        Plan plan,
        Unit unit,
        UnitResult? result,
        IReadOnlyList<ActivityOverview> activities
    )
    {
        var settings = plan.Header.Settings;
        var compliance = settings.CapPercents ? result?.CappedCompliance : result?.Compliance;
        return new UnitOverview(
            unit.Code,
            unit.Name,
            result?.Rank ?? 0,
            compliance,
            ComplianceRules.Light(compliance, settings),
            activities.Count(activity => activity.IsDue),
            activities.Count(activity => activity is { IsDue: true, IsSent: true }),
            activities.Count(activity => activity is { IsDue: true, State: ProgressState.Accepted })
        );
    }

    private static ActivityOverview Describe(Plan plan, ActivityResult result, SentGoal? latest, ClaimSummary claim)
    {
        var percents = result.Goals.Select(goal => goal.Percent).OfType<decimal>().Order().ToList();
        decimal? percent = percents.Count == 0 ? null : percents.Sum() / percents.Count;
        var doubts = claim.Findings.Where(finding => finding.Resolution?.Decision != FindingDecision.Dismiss).ToList();
        return new ActivityOverview(
            result.Activity.Number,
            result.Activity.Title,
            result.Activity.ResponsibleUnit,
            result.Activity.Status,
            latest?.State,
            latest?.Version ?? 0,
            latest?.Late ?? false,
            percent,
            ComplianceRules.Light(percent, plan.Header.Settings),
            claim.Files,
            doubts.Count,
            doubts.Count(finding => finding.Severity == FindingSeverity.Serious),
            claim.Examined
        )
        {
            NotExaminedSince = claim.NotExaminedSince,
        };
    }
}
