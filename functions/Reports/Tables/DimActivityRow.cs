namespace Avance.Functions.Reports.Tables;

/// <summary>An activity of a plan.</summary>
/// <param name="Activity">Its number.</param>
/// <param name="Title">What is done.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="SubUnit">The office within it; empty if the plan names none.</param>
/// <param name="SupportingUnits">Codes of units that help, with a comma between them; empty for none.</param>
/// <param name="UnitOfMeasure">What its goals count.</param>
/// <param name="EvidenceRequired">The evidence that the plan asks for.</param>
/// <param name="Status">Active, Suspended or Reformulated.</param>
/// <param name="MergedInto">The activity that it was merged into; 0 if none.</param>
public sealed record DimActivityRow(
    int Activity,
    string Title,
    string Unit,
    string UnitKey,
    string SubUnit,
    string SupportingUnits,
    string UnitOfMeasure,
    string EvidenceRequired,
    string Status,
    int MergedInto
) : IReportRow
{
    public string Key => new Domain.ActivityNumber(Activity).Key;
}
