namespace Avance.Functions.Reports.Tables;

/// <summary>The plan as a whole.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Body">The public body.</param>
/// <param name="WorkingGroup">The working group that follows it.</param>
/// <param name="Programmed">Activities in its count.</param>
/// <param name="FullyExecuted">Those with every goal at 100 % or more.</param>
/// <param name="BelowFullExecution">The others.</param>
/// <param name="ExecutionLevel">Fully executed ÷ programmed × 100, unrounded; 0 if nothing is programmed.</param>
/// <param name="ExecutionLevelShown">The same rounded half away from zero to one decimal.</param>
/// <param name="TrafficLight">Green, Amber, Red, or None where nothing is programmed.</param>
/// <param name="Units">Units that have an activity in the count.</param>
/// <param name="Goals">Goals in the count.</param>
/// <param name="GoalsInMean">Goals that have a percent.</param>
public sealed record ReportPlanRow(
    string Name,
    string Body,
    string WorkingGroup,
    int Programmed,
    int FullyExecuted,
    int BelowFullExecution,
    double ExecutionLevel,
    double ExecutionLevelShown,
    string TrafficLight,
    int Units,
    int Goals,
    int GoalsInMean
) : IReportRow
{
    public string Key => "plan";
}
