using Avance.Functions.Plans;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Overviews;

/// <summary>The execution level of a plan.</summary>
/// <param name="Period">By the end of which period.</param>
/// <param name="Programmed">Activities in the count.</param>
/// <param name="FullyExecuted">Those with every goal at 100 % or more.</param>
/// <param name="Level">Their share in percent, unrounded; null if nothing is programmed.</param>
public sealed record ExecutionOverview(
    Period Period,
    int Programmed,
    int FullyExecuted,
    decimal? Level,
    TrafficLight Light
)
{
    public static ExecutionOverview Of(PlanResult result, PlanSettings settings) =>
        new(
            result.Period,
            result.Programmed,
            result.FullyExecuted,
            result.ExecutionLevel,
            ComplianceRules.Light(result.ExecutionLevel, settings)
        );
}
