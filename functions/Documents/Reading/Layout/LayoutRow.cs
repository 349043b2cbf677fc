namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>A row of a table: a line, or more where a cell is wrapped.</summary>
internal sealed record LayoutRow(string[] Cells, float Top, float Bottom, float Height, string Text)
{
    public static LayoutRow Of(PageLine line, TableColumns columns) =>
        new(columns.Cells(line), line.Top, line.Bottom, line.Height, line.Text);

    /// <summary>The row with the cells of a line above or below it.</summary>
    public LayoutRow With(LayoutRow other)
    {
        var (upper, lower) = other.Top < Top ? (other, this) : (this, other);
        var cells = upper.Cells.Zip(lower.Cells, (above, below) => $"{above} {below}".Trim()).ToArray();
        return new LayoutRow(
            cells,
            upper.Top,
            Math.Max(upper.Bottom, lower.Bottom),
            Height,
            string.Join("   ", cells.Where(cell => cell.Length > 0))
        );
    }
}
