namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Puts the lines of wrapped cells together into rows.</summary>
internal static class TableRows
{
    /// <summary>Heights of a letter between a row and the rest of its cells, in a table whose rows are numbered.</summary>
    private const float MaxDistance = 1.5f;
    private const int LongestNumber = 5;

    public static List<LayoutRow> Of(IReadOnlyList<PageLine> lines, TableColumns columns)
    {
        var rows = lines.Select(line => LayoutRow.Of(line, columns)).ToList();
        var number = NumberColumn(rows, columns.Count);
        var isRow = rows.Select((row, i) => lines[i].IsTotal || (number is { } at && IsNumber(row.Cells[at]))).ToList();
        var values = number is null ? [] : Values(rows, isRow, columns.Count);
        var usual = UsualDistance(lines);
        var joined = new List<LayoutRow>();
        // Lines that belong to the next row.
        LayoutRow? before = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var above = i > 0 ? row.Top - rows[i - 1].Bottom : float.MaxValue;
            var below = i + 1 < rows.Count ? rows[i + 1].Top - row.Bottom : float.MaxValue;
            var isRest =
                !isRow[i]
                && row.Cells.All(cell => cell.Length == 0 || IsWords(cell))
                && (
                    number is null
                        ? above < 0.5f * row.Height
                            && above < 0.6f * usual
                            && joined.Count > 0
                            && Count(row) < Count(joined[^1])
                        : !Knows(values, row) && Math.Min(above, below) <= MaxDistance * row.Height
                );
            if (isRest && number is not null && (joined.Count == 0 || above > below + (0.1f * row.Height)))
            {
                before = before is null ? row : before.With(row);
            }
            else if (isRest && before is null)
            {
                joined[^1] = joined[^1].With(row);
            }
            else
            {
                joined.Add(before is null ? row : row.With(before));
                before = null;
            }
        }

        if (before is not null)
        {
            joined.Add(before);
        }

        return joined;
    }

    /// <summary>The column of running numbers, among the first two.</summary>
    private static int? NumberColumn(List<LayoutRow> rows, int columns)
    {
        for (var column = 0; column < Math.Min(2, columns); column++)
        {
            var numbers = rows.Count(row => IsNumber(row.Cells[column]));
            var others = rows.Count(row => row.Cells[column].Length > 0) - numbers;
            if (numbers > 1 && numbers > 2 * others)
            {
                return column;
            }
        }

        return null;
    }

    private static bool IsNumber(string cell) =>
        cell.AsSpan().Trim(".)-°º ") is { Length: > 0 and <= LongestNumber } text
        && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>False for a figure, a single letter and a cross, which a row of its own has.</summary>
    private static bool IsWords(string cell) =>
        cell.Count(char.IsLetter) > 1 && cell.Count(char.IsAsciiDigit) * 2 < cell.Length;

    private static int Count(LayoutRow row) => row.Cells.Count(cell => cell.Length > 0);

    private static HashSet<string>[] Values(List<LayoutRow> rows, List<bool> isRow, int columns) =>
        [
            .. Enumerable
                .Range(0, columns)
                .Select(column =>
                    rows.Where((_, i) => isRow[i]).Select(row => row.Cells[column]).ToHashSet(StringComparer.Ordinal)
                ),
        ];

    private static bool Knows(HashSet<string>[] values, LayoutRow row) =>
        row.Cells.Index().Any(cell => cell.Item.Length > 0 && values[cell.Index].Contains(cell.Item));

    /// <summary>The distance between two rows, most often.</summary>
    private static float UsualDistance(IReadOnlyList<PageLine> lines)
    {
        var distances = lines.Zip(lines.Skip(1), (upper, lower) => lower.Top - upper.Bottom).Order().ToList();
        return distances.Count == 0 ? 0 : distances[distances.Count * 2 / 3];
    }
}
