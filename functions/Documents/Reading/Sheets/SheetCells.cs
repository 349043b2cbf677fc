namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>What a workbook holds, or what was read of it.</summary>
/// <param name="Sheets">Visible sheets that hold cells with a value.</param>
/// <param name="Cells">Those cells; 0 where they are not counted.</param>
internal readonly record struct SheetCells(int Sheets, long Cells)
{
    /// <summary>
    /// How many sheets are missing in what was read. Of the cells one in ten may be: errors and empty results of formulas have no
    /// value.
    /// </summary>
    public int MissingIn(SheetCells read) =>
        Sheets > read.Sheets ? Sheets - read.Sheets
        : read.Cells * 10 < Cells * 9 ? 1
        : 0;
}
