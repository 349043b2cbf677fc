using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Overviews;

/// <summary>How a unit stands.</summary>
/// <param name="Rank">Its place by compliance, 1 the highest; 0 if it has none.</param>
/// <param name="Compliance">In percent, unrounded, as the plan counts it: capped or not; null if no goal has a percent.</param>
/// <param name="Due">Its activities that are to be reported in the period.</param>
/// <param name="Sent">Those of them that were sent and not returned, accepted ones too.</param>
/// <param name="Accepted">Those of them that were accepted.</param>
public sealed record UnitOverview(
    UnitCode Code,
    string Name,
    int Rank,
    decimal? Compliance,
    TrafficLight Light,
    int Due,
    int Sent,
    int Accepted
);
