using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Reports.Policies;

namespace Avance.Functions.Reports.Overviews;

/// <summary>How the indicators of a policy stand.</summary>
/// <param name="OfObjectives">Counts of the indicators of objectives.</param>
/// <param name="OfServices">Counts of the indicators of services.</param>
/// <param name="Groups">Objectives, then services, those of which an indicator is evaluated.</param>
public sealed record PolicyOverview(
    PolicyCounts OfObjectives,
    PolicyCounts OfServices,
    ValueList<IndicatorGroupOverview> Groups
)
{
    /// <returns>Null if the plan is no policy.</returns>
    public static PolicyOverview? Of(Plan plan, IReadOnlyCollection<EvaluatedIndicator> evaluated)
    {
        if (plan.Policy is not { } policy)
        {
            return null;
        }

        var objectives = evaluated.Where(one => one.Service is null).ToList();
        var services = evaluated.Where(one => one.Service is not null).ToList();
        return new PolicyOverview(
            Counts(objectives),
            Counts(services),
            [
                .. policy.Objectives.Select(one => Group(one.Code, one.Title, false, objectives)),
                .. policy
                    .Services.Select(one => Group(one.Code, one.Title, true, services))
                    .Where(group => group.Counts.Total > 0),
            ]
        );
    }

    private static IndicatorGroupOverview Group(
        string code,
        string title,
        bool isService,
        IEnumerable<EvaluatedIndicator> evaluated
    )
    {
        var own = evaluated.Where(one => Policy.IsSame(one.Sheet.Of, code)).ToList();
        return new IndicatorGroupOverview(
            code,
            title,
            isService,
            Counts(own),
            own.Select(one => one.Activity.Number).ToValueList()
        );
    }

    private static PolicyCounts Counts(IEnumerable<EvaluatedIndicator> evaluated) =>
        PolicyCounts.Of(evaluated.Select(one => one.Result));
}
