using System.Globalization;
using Avance.Functions.Http;

namespace Avance.Functions.Domain;

/// <summary>Names the progress of an activity in a period.</summary>
public readonly record struct ProgressAddress(PlanId Plan, Period Period, ActivityNumber Activity)
{
    /// <exception cref="FormatException">One of them is not what it should be.</exception>
    public static ProgressAddress Parse(string plan, string period, string activity)
    {
        var invariant = CultureInfo.InvariantCulture;
        return new ProgressAddress(
            PlanId.Parse(plan, invariant),
            Period.Parse(period, invariant),
            ActivityNumber.Parse(activity, invariant)
        );
    }

    /// <summary>Acts at the address that a route names, or says which part of it is wrong.</summary>
    public static async Task<IResult> At(
        string planId,
        string period,
        string number,
        Func<ProgressAddress, Task<IResult>> act
    )
    {
        if (!Period.TryParse(period, null, out var semester))
        {
            return Problem.From(Error.NotFound("period-unknown", period, planId));
        }

        return ActivityNumber.TryParse(number, null, out var activity)
            ? await act(new ProgressAddress(PlanId.Parse(planId, CultureInfo.InvariantCulture), semester, activity))
            : Problem.From(Error.NotFound("activity-unknown", number, planId));
    }
}
