namespace Avance.Functions.Plans.Import;

/// <summary>A cell as its file holds it.</summary>
/// <param name="Text">What a person reads in it, trimmed; never null save in a default value.</param>
/// <param name="Number">Its value if the file says that it is a number.</param>
/// <param name="Date">Its value if the file says that it is a date, in the plan's time zone.</param>
/// <param name="Row">The row that it stands in where that is not the row of its record, else 0.</param>
public readonly record struct Cell(string Text, decimal? Number = null, DateTime? Date = null, int Row = 0)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
