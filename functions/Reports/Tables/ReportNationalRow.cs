namespace Avance.Functions.Reports.Tables;

/// <summary>All bodies and plans in a semester, counted.</summary>
/// <param name="Bodies">Rows of reportnationalbody.</param>
/// <param name="BodiesWithGroup">Those of which a working group is registered.</param>
/// <param name="BodiesWithPlan">Those with an equality plan that covers the year.</param>
/// <param name="BodiesDue">Those of them whose plans are reported in the semester.</param>
/// <param name="BodiesReported">Those of them that sent something.</param>
/// <param name="BodiesComplete">Those of them that sent all that is due.</param>
/// <param name="Plans">Equality plans that are reported in the semester.</param>
/// <param name="PlansComparable">Those that are comparable.</param>
/// <param name="Programmed">Activities in the count of the comparable plans.</param>
/// <param name="FullyExecuted">Those with every goal at 100 % or more.</param>
/// <param name="ExecutionLevel">Fully executed ÷ programmed × 100, unrounded; 0 if nothing is programmed.</param>
/// <param name="CappedCompliance">Plain mean of that of the comparable plans that have one, unrounded; 0 if PlansInMean is 0.</param>
/// <param name="PlansInMean">How many those are.</param>
/// <param name="Policies">Policies that are reported in the semester.</param>
/// <param name="IndicatorsExceeded">Their indicators at their target or beyond it.</param>
/// <param name="IndicatorsNotMet">Those short of it.</param>
/// <param name="IndicatorsNoInformation">Those of which that cannot be told.</param>
/// <param name="WorkPlans">Work plans that are reported in the semester.</param>
/// <param name="DeliveriesOwed">What bodies owed of their products.</param>
/// <param name="DeliveriesMade">What they delivered of it.</param>
/// <param name="Achievements">Achievements recorded from the start of the year, of all plans.</param>
public sealed record ReportNationalRow(
    int Bodies,
    int BodiesWithGroup,
    int BodiesWithPlan,
    int BodiesDue,
    int BodiesReported,
    int BodiesComplete,
    int Plans,
    int PlansComparable,
    int Programmed,
    int FullyExecuted,
    double ExecutionLevel,
    double CappedCompliance,
    int PlansInMean,
    int Policies,
    int IndicatorsExceeded,
    int IndicatorsNotMet,
    int IndicatorsNoInformation,
    int WorkPlans,
    int DeliveriesOwed,
    int DeliveriesMade,
    int Achievements
) : IReportRow
{
    public string Key => "";
}
