namespace Avance.Functions.Reports.Tables;

/// <summary>A unit that has an activity in the plan's count.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Rank">Its place by unrounded compliance, 1 the highest; 0 if no goal of it has a percent.</param>
/// <param name="Compliance">Plain mean of its goals' percents, unrounded; 0 if GoalsInMean is 0.</param>
/// <param name="ComplianceShown">The same rounded half away from zero, with 64 bits as well.</param>
/// <param name="CappedCompliance">The mean with no goal counting more than 100 %.</param>
/// <param name="TrafficLight">Green, Amber, Red, or None where there is no mean.</param>
/// <param name="GoalsInMean">How many goals make the mean.</param>
/// <param name="Programmed">Its activities in the plan's count.</param>
/// <param name="FullyExecuted">Those of them with every goal at 100 % or more.</param>
public sealed record ReportUnitRow(
    string Unit,
    string UnitKey,
    string UnitName,
    int Rank,
    double Compliance,
    long ComplianceShown,
    double CappedCompliance,
    string TrafficLight,
    int GoalsInMean,
    int Programmed,
    int FullyExecuted
) : IReportRow
{
    public string Key => Unit;
}
