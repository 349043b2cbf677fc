using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Compliance;

/// <summary>How far a unit has come.</summary>
/// <param name="Rank">Its place by unrounded compliance, 1 the highest; 0 if no goal of it has a percent.</param>
/// <param name="Compliance">Plain mean of the percents of its goals; null if none has a percent.</param>
/// <param name="CappedCompliance">The same with no goal counting more than 100 %.</param>
/// <param name="GoalsInMean">How many goals make the mean.</param>
/// <param name="Programmed">Its activities in the plan's count.</param>
/// <param name="FullyExecuted">Those of them with every goal at 100 % or more.</param>
public sealed record UnitResult(
    Unit Unit,
    int Rank,
    decimal? Compliance,
    decimal? CappedCompliance,
    int GoalsInMean,
    int Programmed,
    int FullyExecuted
);
