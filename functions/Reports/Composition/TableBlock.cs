namespace Avance.Functions.Reports.Composition;

/// <summary>A table. Its head is repeated on each page.</summary>
/// <param name="Caption">What it shows; captions of tables are numbered in the order of the report.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
public sealed record TableBlock(string Caption, ValueList<TableColumn> Columns, ValueList<ReportTableRow> Rows)
    : ReportBlock;
