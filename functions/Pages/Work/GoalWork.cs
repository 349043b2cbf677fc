using System.Text.Json.Serialization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Pages.Work;

/// <summary>A goal as a unit must report on it.</summary>
/// <param name="Year">The year that it was promised for.</param>
/// <param name="Target">How much, in the activity's unit of measure (or in percent).</param>
/// <param name="Measure">Whether periods add up.</param>
/// <param name="CarriedOver">True for a goal of an earlier year.</param>
/// <param name="Earlier">What was sent of it in the earlier periods of the year.</param>
public sealed record GoalWork(
    int Year,
    decimal Target,
    GoalMeasure Measure,
    bool CarriedOver,
    ValueList<ReportedGoal> Earlier
)
{
    /// <summary>The indicator whose target it is; left out for the goals of other activities.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IndicatorWork? Indicator { get; init; }

    /// <summary>True if it is a delivery of a work plan, which was made or was not; left out for other goals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDelivery { get; init; }
}
