namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>Counts rows and cells, so that the child process stops with a stated trouble.</summary>
internal sealed class SheetLimits(ReadingOptions options)
{
    /// <summary>Characters of a sheet's name that are kept: Excel allows 31, and each row of the sheet repeats it.</summary>
    private const int MaxName = 100;

    private int rows;
    private long cells;

    /// <summary>The name of a sheet, cut to the limit.</summary>
    public static string Name(string name) =>
        name.Length <= MaxName ? name : name[..(char.IsHighSurrogate(name[MaxName - 1]) ? MaxName - 1 : MaxName)];

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
