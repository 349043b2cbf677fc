namespace Avance.Functions.Reports.Tables;

/// <summary>An activity with a goal in the period's year.</summary>
/// <param name="Activity">Its number.</param>
/// <param name="Title">What is done.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="SubUnit">The office within it; empty if the plan names none.</param>
/// <param name="UnitOfMeasure">What its goals count.</param>
/// <param name="Status">Active, Suspended or Reformulated.</param>
/// <param name="MergedInto">The activity that it was merged into; 0 if none.</param>
/// <param name="Programmed">1 if it is in the plan's count, else 0.</param>
/// <param name="FullyExecuted">1 if every goal in the count has reached 100 %, else 0.</param>
/// <param name="Goals">How many goals count in the year.</param>
/// <param name="State">Where its progress of the period stands; NotReported if nothing was sent.</param>
/// <param name="Late">True if the progress of the period was sent after it was due.</param>
public sealed record ReportActivityRow(
    int Activity,
    string Title,
    string Unit,
    string SubUnit,
    string UnitOfMeasure,
    string Status,
    int MergedInto,
    int Programmed,
    int FullyExecuted,
    int Goals,
    string State,
    bool Late
) : IReportRow
{
    public string Key => new Domain.ActivityNumber(Activity).Key;
}
