namespace Avance.Functions.Reports.Tables;

/// <summary>
/// A plan in a semester of the years that it covers, beside those of all other bodies. Figures of a plan that is not comparable are
/// its own: do not average or rank them.
/// </summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Body">The public body.</param>
/// <param name="BodyKey">Its row in dimbody.</param>
/// <param name="WorkingGroup">The working group that the plan names.</param>
/// <param name="Kind">Sector, Policy or WorkPlan.</param>
/// <param name="HasPeriod">1 if the plan is reported in the semester, else 0: then all figures are 0.</param>
/// <param name="Closed">1 once the period has closed and its figures are final, else 0.</param>
/// <param name="Due">Activities that are to be reported in the period.</param>
/// <param name="Sent">Those of them that were sent and not returned.</param>
/// <param name="Accepted">Those of them that were accepted.</param>
/// <param name="Returned">Those that were sent and returned, and not sent again.</param>
/// <param name="Reported">Activities of which something was sent from the start of the year.</param>
/// <param name="Programmed">Activities in its count.</param>
/// <param name="FullyExecuted">Those with every goal at 100 % or more.</param>
/// <param name="ExecutionLevel">Fully executed ÷ programmed × 100, unrounded; 0 if nothing is programmed.</param>
/// <param name="Compliance">Plain mean of the compliance of its units, unrounded; 0 if UnitsInMean is 0.</param>
/// <param name="CappedCompliance">The same with each goal's percent counted up to 100.</param>
/// <param name="UnitsInMean">Units that have a compliance.</param>
/// <param name="Comparable">1 if its execution and compliance may stand beside those of others, else 0.</param>
/// <param name="NotComparable">Why not: OtherKind, NoPeriod, Open, NothingDue or NothingSent; empty if they may.</param>
/// <param name="IndicatorsExceeded">Indicators of a policy at their target or beyond it.</param>
/// <param name="IndicatorsNotMet">Those short of it.</param>
/// <param name="IndicatorsNoInformation">Those of which that cannot be told.</param>
/// <param name="DeliveriesOwed">What bodies owed of a work plan's products.</param>
/// <param name="DeliveriesMade">What they delivered of it.</param>
/// <param name="Achievements">Achievements recorded from the start of the year.</param>
/// <param name="Bodies">Codes of its units that are public bodies, one a line; empty where none is.</param>
public sealed record ReportNationalPlanRow(
    string Plan,
    string Name,
    string Body,
    string BodyKey,
    string WorkingGroup,
    string Kind,
    int HasPeriod,
    int Closed,
    int Due,
    int Sent,
    int Accepted,
    int Returned,
    int Reported,
    int Programmed,
    int FullyExecuted,
    double ExecutionLevel,
    double Compliance,
    double CappedCompliance,
    int UnitsInMean,
    int Comparable,
    string NotComparable,
    int IndicatorsExceeded,
    int IndicatorsNotMet,
    int IndicatorsNoInformation,
    int DeliveriesOwed,
    int DeliveriesMade,
    int Achievements,
    string Bodies
) : IReportRow
{
    public string Key => Plan;
}
