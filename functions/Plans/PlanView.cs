using System.Text.Json.Serialization;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Plans;

/// <summary>A plan as it is shown, with the states of its periods at that moment.</summary>
/// <param name="Revision">How often it has been changed.</param>
/// <param name="Header">What it says of itself.</param>
/// <param name="Units">By code.</param>
/// <param name="Activities">By number.</param>
/// <param name="Goals">By activity and year.</param>
/// <param name="Periods">By period.</param>
public sealed record PlanView(
    PlanId Id,
    int Revision,
    PlanHeader Header,
    ValueList<UnitView> Units,
    ValueList<Activity> Activities,
    ValueList<Goal> Goals,
    ValueList<PeriodView> Periods
)
{
    /// <summary>Objectives, guidelines, services and indicators of a policy; left out for other kinds of plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Policy? Policy { get; init; }

    /// <summary>Products and deliveries of a work plan; left out for other kinds of plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorkPlan? WorkPlan { get; init; }

    public static PlanView Of(StoredPlan stored, BusinessCalendar calendar, DateTimeOffset now) =>
        new(
            stored.Plan.Id,
            stored.Revision,
            stored.Plan.Header,
            [.. stored.Plan.Units.Select(UnitView.Of)],
            stored.Plan.Activities,
            stored.Plan.Goals,
            [.. stored.Plan.Periods.Select(period => PeriodView.Of(period, calendar, now))]
        )
        {
            Policy = stored.Plan.Policy,
            WorkPlan = stored.Plan.WorkPlan,
        };
}
