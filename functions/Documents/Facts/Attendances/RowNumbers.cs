using System.Globalization;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The running numbers of a list's rows.</summary>
internal static class RowNumbers
{
    /// <summary>The highest number of a list whose rows are numbered from 1; 0 for another one.</summary>
    public static int Last(TableBlock table, int header, int end)
    {
        var numbers = table
            .Rows.Skip(header + 1)
            .Take(end - header - 1)
            .Select(row => Number(row.Cells.Count > 0 ? row.Cells[0] : ""))
            .OfType<int>()
            .ToList();
        return
            numbers is [1, _, ..] && numbers.Zip(numbers.Skip(1), (above, below) => below > above).All(rises => rises)
            ? numbers[^1]
            : 0;
    }

    private static int? Number(string cell) =>
        cell.AsSpan().Trim(" .)-") is { Length: > 0 and <= 4 } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
