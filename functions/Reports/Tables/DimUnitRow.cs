namespace Avance.Functions.Reports.Tables;

/// <summary>A unit of a plan.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="FormerNames">Earlier or other initials, with a comma between them; empty for none.</param>
/// <param name="Kind">What it is to the plan, for example Office.</param>
public sealed record DimUnitRow(string Unit, string Name, string FormerNames, string Kind) : IReportRow
{
    public string Key => Unit;
}
