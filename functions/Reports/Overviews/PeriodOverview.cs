using System.Text.Json.Serialization;
using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Overviews;

/// <summary>How a plan stands in a period at this moment: what the secretariat's desk shows.</summary>
/// <param name="Role">What the caller is to the plan.</param>
/// <param name="Header">What the plan says of itself.</param>
/// <param name="Period">The period, with its state now.</param>
/// <param name="DaysLeft">Whole days until it is due, or closes if that has passed: 0 on the last day; negative once it is closed.</param>
/// <param name="Periods">The periods that Avance keeps reports of.</param>
/// <param name="Execution">The execution level by the end of the period.</param>
/// <param name="Before">That of the last period of the year before; null if Avance has none.</param>
/// <param name="Units">Those that have an activity in the year, by code.</param>
/// <param name="Activities">Those with a goal in the year, by number.</param>
public sealed record PeriodOverview(
    Role Role,
    PlanId Plan,
    PlanHeader Header,
    PeriodView Period,
    int DaysLeft,
    ValueList<PeriodView> Periods,
    ExecutionOverview Execution,
    ExecutionOverview? Before,
    ValueList<UnitOverview> Units,
    ValueList<ActivityOverview> Activities
)
{
    /// <summary>How the indicators stand; left out where the plan is no policy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PolicyOverview? Policy { get; init; }

    /// <summary>What was delivered; left out where the plan is no work plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorkPlanOverview? WorkPlan { get; init; }
}
