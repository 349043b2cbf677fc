namespace Avance.Functions.Documents;

/// <summary>A table; <c>Rows[i].Cells[j]</c> is text; Where is the table's first cell.</summary>
public sealed record TableBlock(ValueList<TableRow> Rows, ReadLocation Where)
{
    /// <summary>The rows from one position to before another, or to the last.</summary>
    public IEnumerable<TableRow> Range(int from, int end)
    {
        for (var i = from; i < Math.Min(end, Rows.Count); i++)
        {
            yield return Rows[i];
        }
    }
}
