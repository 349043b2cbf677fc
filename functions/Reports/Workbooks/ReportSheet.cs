namespace Avance.Functions.Reports.Workbooks;

/// <summary>A report table as people open it.</summary>
/// <param name="Name">The table's name, unique in the workbook.</param>
/// <param name="Title">The sheet's name in Spanish, at most 31 characters.</param>
/// <param name="Detail">What it holds, in Spanish.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">
/// A value for each column: a cleaned text, a number, or a time of the plan's zone. They are read once, one after another.
/// </param>
public sealed record ReportSheet(
    string Name,
    string Title,
    string Detail,
    ValueList<SheetColumn> Columns,
    IEnumerable<IReadOnlyList<object>> Rows
);
