namespace Avance.Functions.Reports.Tables;

/// <summary>
/// A row of a report table. Its other public properties are the table's columns, in this order, besides those of
/// <see cref="ReportCommonColumns"/>: text, whole numbers, doubles, true or false, instants; never null. docs/storage
/// describes each, and a test says that it does.
/// </summary>
public interface IReportRow
{
    /// <summary>Unique in the plan and period (of a dimension: in the plan): the end of the row key. Empty if it is alone there.</summary>
    string Key { get; }
}
