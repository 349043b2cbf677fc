using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reminders;

/// <summary>Finds out what each unit of a plan owes in a period. Pure.</summary>
public static class OutstandingWorkRules
{
    /// <param name="statuses">The status of each activity of which progress was saved.</param>
    /// <param name="findings">Those of the period; only what is raised and open is to be explained.</param>
    /// <returns>One item for each unit that reports in the period, also for those that owe nothing.</returns>
    public static IReadOnlyList<OutstandingWork> Of(
        Plan plan,
        Period period,
        IEnumerable<ActivityProgressStatus> statuses,
        IEnumerable<Finding> findings
    )
    {
        var known = statuses.ToDictionary(status => status.Activity);
        var open = findings
            .Where(finding => finding is { IsRaised: true, State: FindingState.Open })
            .ToLookup(finding => finding.Id.Claim.Activity);
        var reported = plan
            .Goals.Where(goal => goal.CountsIn(period.Year))
            .Select(goal => goal.Activity)
            .Where(activity => plan.Policy?.IsEvaluated(activity, period.Year) != false)
            .ToHashSet();
        return
        [
            .. plan
                .Activities.Where(activity =>
                    activity.Status == ActivityStatus.Active && reported.Contains(activity.Number)
                )
                .GroupBy(activity => activity.ResponsibleUnit)
                .OrderBy(unit => unit.Key)
                .Select(unit => Of(unit.Key, [.. unit.Select(activity => activity.Number)])),
        ];

        OutstandingWork Of(UnitCode unit, IReadOnlyList<ActivityNumber> activities) =>
            new(
                unit,
                [
                    .. activities.Where(number =>
                        known.GetValueOrDefault(number) is null or { State: ProgressState.Draft }
                    ),
                ],
                [.. activities.Select(number => known.GetValueOrDefault(number)?.Return).OfType<ReturnedVersion>()],
                [.. activities.SelectMany(number => open[number])]
            );
    }
}
