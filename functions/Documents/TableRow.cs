namespace Avance.Functions.Documents;

/// <summary>A row of a table; each row has its own location.</summary>
public sealed record TableRow(ValueList<string> Cells, ReadLocation Where);
