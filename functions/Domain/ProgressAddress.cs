using System.Globalization;

namespace Avance.Functions.Domain;

/// <summary>Names the progress of an activity in a period.</summary>
public readonly record struct ProgressAddress(PlanId Plan, Period Period, ActivityNumber Activity)
{
    /// <exception cref="FormatException">One of the texts is malformed.</exception>
    public static ProgressAddress Parse(string plan, string period, string activity)
    {
        var invariant = CultureInfo.InvariantCulture;
        return new ProgressAddress(
            PlanId.Parse(plan, invariant),
            Period.Parse(period, invariant),
            ActivityNumber.Parse(activity, invariant)
        );
    }
}
