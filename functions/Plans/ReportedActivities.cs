using Avance.Functions.Http;

namespace Avance.Functions.Plans;

/// <summary>Finds what is reported on, for those who may see it: to others it is as if it were not there.</summary>
public sealed class ReportedActivities(PlanCache plans, BusinessCalendar calendar)
{
    public async Task<Result<ReportedActivity>> FindAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        var activity = plan.FindActivity(address.Activity);
        if (activity is null || !caller.MayReadProgressOf(plan, activity.ResponsibleUnit))
        {
            return Error.NotFound("activity-unknown", address.Activity, address.Plan);
        }

        return plan.FindPeriod(address.Period) is { } period
            ? new ReportedActivity(
                plan,
                activity,
                period.In(calendar),
                plan.GoalsOf(activity.Number, period.Id.Year).ToValueList()
            )
            : Error.NotFound("period-unknown", address.Period, address.Plan);
    }
}
