namespace Avance.Functions.Documents.Reading;

/// <summary>The cells that span several rows, by their column.</summary>
internal sealed class RowSpans
{
    private readonly SortedDictionary<int, int> ends = [];

    /// <param name="end">The row after the last one that the cell spans.</param>
    public void Add(int column, int end) => ends[column] = end;

    /// <summary>True if a cell of a row above spans the row in the column.</summary>
    public bool Covers(int column, int row) => ends.TryGetValue(column, out var end) && end > row;

    /// <summary>The columns that cells of rows above span in the row, ascending.</summary>
    public List<int> ColumnsAt(int row)
    {
        var columns = new List<int>(ends.Count);
        columns.AddRange(ends.Where(span => span.Value > row).Select(span => span.Key));
        return columns;
    }
}
