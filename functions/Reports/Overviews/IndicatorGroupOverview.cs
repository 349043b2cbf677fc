using Avance.Functions.Plans.Indicators;

namespace Avance.Functions.Reports.Overviews;

/// <summary>How the indicators of an objective or a service stand.</summary>
/// <param name="Code">As the policy writes it.</param>
/// <param name="IsService">False for an objective.</param>
/// <param name="Activities">The activities that they are reported as.</param>
public sealed record IndicatorGroupOverview(
    string Code,
    string Title,
    bool IsService,
    PolicyCounts Counts,
    ValueList<ActivityNumber> Activities
);
