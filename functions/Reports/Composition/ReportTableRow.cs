namespace Avance.Functions.Reports.Composition;

/// <summary>A row of a table.</summary>
/// <param name="Cells">A list of paragraphs each: a cell may hold several, each with a link of its own.</param>
/// <param name="IsTotal">True for a row that adds up others.</param>
public sealed record ReportTableRow(ValueList<ValueList<RichText>> Cells, bool IsTotal = false);
