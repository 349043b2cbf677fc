using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Policies;

/// <summary>Which indicators of a policy are evaluated in a year, and what came of them. Pure. See docs/plans.md.</summary>
public static class PolicyRules
{
    /// <summary>
    /// The indicators in the count that have a target in the period's year: those of objectives, and those of services with a
    /// protocol in force.
    /// </summary>
    /// <param name="reports">What was sent, of any period: that of the period and of those before counts.</param>
    /// <returns>By activity; none if the plan is no policy.</returns>
    public static ValueList<EvaluatedIndicator> Evaluate(Plan plan, Period period, IEnumerable<ReportedGoal> reports)
    {
        if (plan.Policy is not { } policy)
        {
            return [];
        }

        var sent = reports.Where(report => report.Period.CompareTo(period) <= 0).ToLookup(report => report.Activity);
        return policy
            .Indicators.OrderBy(sheet => sheet.Activity)
            .Select(sheet => Evaluate(plan, policy, sheet, period.Year, sent[sheet.Activity]))
            .OfType<EvaluatedIndicator>()
            .ToValueList();
    }

    private static EvaluatedIndicator? Evaluate(
        Plan plan,
        Policy policy,
        PolicyIndicator sheet,
        int year,
        IEnumerable<ReportedGoal> reports
    )
    {
        var service = policy.FindService(sheet.Of);
        return
            plan.FindActivity(sheet.Activity) is { Status: ActivityStatus.Active } activity
            && policy.IsEvaluated(sheet.Activity, year)
            && plan.FindIndicator(sheet.Activity) is { } indicator
            && indicator.TargetOf(year) is not null
            ? new EvaluatedIndicator(
                sheet,
                indicator,
                activity,
                service,
                policy.FindObjectiveOf(sheet.Of)?.Code ?? "",
                IndicatorRules.Evaluate(indicator, year, GoalRules.ActualsOf(reports))
            )
            : null;
    }
}
