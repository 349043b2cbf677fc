namespace Avance.Functions.Evidence.Reading.Sheets;

/// <summary>Counts rows and cells, so that the child stops by itself and says why.</summary>
internal sealed class SheetLimits(ReadingOptions options)
{
    private int rows;
    private long cells;

    /// <param name="index">Of a cell with content, from 0.</param>
    public void CheckColumn(int index) => Check(index >= options.Columns, $"column {index + 1}");

    public void CheckRow(int count)
    {
        rows++;
        cells += count;
        Check(rows > options.Rows || cells > options.ThousandCells * 1_000L, $"{rows} rows, {cells} cells");
    }

    private static void Check(bool exceeded, string detail)
    {
        if (exceeded)
        {
            throw new UnreadableException(ReadTrouble.TooManyCells, detail);
        }
    }
}
