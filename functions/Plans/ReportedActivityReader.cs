using Avance.Functions.Http;

namespace Avance.Functions.Plans;

/// <summary>
/// Finds the activity that a request names. A caller who may not see it gets the same 404 as for an unknown one.
/// </summary>
public sealed class ReportedActivityReader(PlanCache plans, BusinessCalendar calendar)
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
                plan.GoalsOf(activity.Number, period.Id).ToValueList()
            )
            : Error.NotFound("period-unknown", address.Period, address.Plan);
    }
}
