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
/// <param name="Kind">Sector, Policy or WorkPlan.</param>
/// <param name="FirstYear">First year that it covers.</param>
/// <param name="LastYear">Last year that it covers.</param>
/// <param name="Closed">1 once the period has closed and its figures are final, else 0.</param>
/// <param name="Due">Activities that are to be reported in the period.</param>
/// <param name="Sent">Those of them that were sent and not returned, accepted ones too.</param>
/// <param name="Accepted">Those of them that were accepted.</param>
/// <param name="Returned">Those that were sent and returned, and not sent again.</param>
/// <param name="Reported">Activities of which something was sent from the start of the year, also if it was returned.</param>
/// <param name="Compliance">Plain mean of the compliance of its units, unrounded; 0 if UnitsInMean is 0.</param>
/// <param name="CappedCompliance">The same with each goal's percent counted up to 100.</param>
/// <param name="UnitsInMean">Units that have a compliance.</param>
/// <param name="IndicatorsExceeded">Indicators of a policy at their target or beyond it; 0 for other plans.</param>
/// <param name="IndicatorsNotMet">Those short of it.</param>
/// <param name="IndicatorsNoInformation">Those of which that cannot be told.</param>
/// <param name="DeliveriesOwed">What bodies owed of a work plan's products in the period; 0 for other plans.</param>
/// <param name="DeliveriesMade">What they delivered of it.</param>
/// <param name="Bodies">Codes of its units that are public bodies, one a line; empty where none is.</param>
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
    int GoalsInMean,
    string Kind,
    int FirstYear,
    int LastYear,
    int Closed,
    int Due,
    int Sent,
    int Accepted,
    int Returned,
    int Reported,
    double Compliance,
    double CappedCompliance,
    int UnitsInMean,
    int IndicatorsExceeded,
    int IndicatorsNotMet,
    int IndicatorsNoInformation,
    int DeliveriesOwed,
    int DeliveriesMade,
    string Bodies
) : IReportRow
{
    public string Key => "plan";
}
