namespace Avance.Functions.Plans.Import;

/// <summary>A row of a sheet.</summary>
/// <param name="Number">The row as a spreadsheet numbers it, from 1; in JSON the position in its list, from 1.</param>
/// <param name="Cells">Its cells, in the order of the header. There may be fewer than the header has.</param>
public sealed record RawRow(int Number, IReadOnlyList<Cell> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);

    public Cell this[int index] => index < Cells.Count ? Cells[index] : new Cell("");
}
