namespace Avance.Functions.Reports.Tables;

/// <summary>A public body that has a plan: one row for all its plans.</summary>
/// <param name="Body">Its name or initials.</param>
public sealed record DimBodyRow(string Body) : IReportRow
{
    public string Key => "";
}
