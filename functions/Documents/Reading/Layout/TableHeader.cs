namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>The lines at the top of a table that name its columns.</summary>
internal static class TableHeader
{
    private const int MaxLines = 4;
    private const int LongestMark = 12;

    /// <summary>How many of the lines above the first one with a figure; without figures two where the second halves a cell, as F and M below SEXO.</summary>
    public static int Count(IReadOnlyList<PageLine> lines)
    {
        // A header may have figures: the number of a law, of a session.
        for (var i = 1; i < Math.Min(lines.Count, MaxLines + 1); i++)
        {
            if (lines[i].Words[0].Text.TrimEnd('.', ')') is "1" or "01")
            {
                return i;
            }
        }

        for (var i = 0; i < Math.Min(lines.Count, MaxLines + 1); i++)
        {
            if (lines[i].HasFigure || lines[i].BeginsWithNumber)
            {
                return Math.Max(i, 1);
            }
        }

        return lines.Count > 2 && IsBelow(lines[0], lines[1]) ? 2 : 1;
    }

    /// <summary>The cells that stand above one column each, from the left.</summary>
    public static List<LineSegment> Cells(IReadOnlyList<PageLine> lines)
    {
        var cells = lines[^1].Segments.ToList();
        foreach (var line in lines.Reverse().Skip(1))
        {
            var upper = line.Segments;
            // F and M below SEXO, which stands anywhere above them.
            var isHalved =
                cells.Count < upper.Count && cells.Exists(cell => !upper.Exists(part => Overlap(part, cell)));
            var joined = cells
                .Select(cell =>
                    !isHalved
                    && upper.Where(part => Overlap(part, cell)).ToList() is [var above]
                    && cells.Count(other => Overlap(above, other)) == 1
                        ? new LineSegment(above.Words.Concat(cell.Words).OrderBy(word => word.Left).ToValueList())
                        : cell
                )
                .ToList();
            joined.AddRange(upper.Where(part => !cells.Exists(cell => Overlap(part, cell))));
            cells = [.. joined.OrderBy(cell => cell.Left)];
        }

        return cells;
    }

    /// <summary>True if a cell of the upper line goes on in the lower one, or stands beside it, and none is halved by it.</summary>
    public static bool AreOneRow(PageLine upper, PageLine lower, PageLine? next, TableColumns columns)
    {
        var (above, below) = (Filled(columns.Cells(upper)), Filled(columns.Cells(lower)));
        if (columns.HasSpan(upper))
        {
            return false;
        }

        var distance = lower.Top - upper.Bottom;
        var isTight =
            distance < 0.5f * lower.Height
            && next is not null
            && next.Top - lower.Bottom > 0.1f * lower.Height
            && distance < 0.6f * (next.Top - lower.Bottom);
        return !above.Overlaps(below) || (isTight && below.IsSubsetOf(above));
    }

    private static HashSet<int> Filled(string[] cells) =>
        cells.Index().Where(cell => cell.Item.Length > 0).Select(cell => cell.Index).ToHashSet();

    private static bool IsBelow(PageLine first, PageLine second) =>
        second.Segments.Count is > 1 and <= MaxLines
        && second.Segments.Count < first.Segments.Count
        && second.Segments.TrueForAll(part =>
            part.Text is var text && text.Length <= LongestMark && text is not ("x" or "X" or "✓" or "✔")
        );

    private static bool Overlap(LineSegment left, LineSegment right) =>
        Math.Min(left.Right, right.Right) > Math.Max(left.Left, right.Left);
}
