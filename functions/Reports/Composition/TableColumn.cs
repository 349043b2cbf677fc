namespace Avance.Functions.Reports.Composition;

/// <summary>A column of a table.</summary>
/// <param name="Width">Its share of the table's width, relative to the other columns; above 0.</param>
/// <param name="IsNumber">True if its cells are aligned right.</param>
public sealed record TableColumn(string Title, int Width, bool IsNumber = false);
