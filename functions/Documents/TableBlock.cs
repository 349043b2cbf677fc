namespace Avance.Functions.Documents;

/// <summary>A table; <c>Rows[i].Cells[j]</c> is text; Where is the table's first cell.</summary>
public sealed record TableBlock(ValueList<TableRow> Rows, ReadLocation Where);
