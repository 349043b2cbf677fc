using System.Text.Json.Serialization;

namespace Avance.Functions.Documents;

/// <summary>A row of a table; each row has its own location.</summary>
public sealed record TableRow(ValueList<string> Cells, ReadLocation Where)
{
    /// <summary>
    /// Positions, from 0, of the cells that are merged with the cell above and have no text of their own, also beyond
    /// <see cref="Cells"/>; null for none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<int>? Merged { get; init; }

    /// <summary>The text of a cell; empty beyond the last.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";

    public bool IsMerged(int column) => Merged?.Contains(column) == true;
}
