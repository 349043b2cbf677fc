namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>The columns of a table: between two cells of its header, where all rows below have a gap.</summary>
internal sealed class TableColumns
{
    /// <summary>The share of a gap between two cells of a line from which on one of all rows separates columns; in few rows blanks may meet by chance.</summary>
    private const float WideGap = 0.8f;
    private const float WideGapOfFew = 0.95f;
    private const int Few = 3;

    /// <summary>Rows from which on one may run across a gap.</summary>
    private const int Several = 8;

    /// <summary>Rows from which on a gap narrower than a blank is no chance.</summary>
    private const int Many = 5;

    private static readonly string[] ForHand = ["FIRMA", "HUELLA", "OBS"];

    private readonly float[] separators;

    private TableColumns(IEnumerable<float> separators) => this.separators = [.. separators.Order()];

    public int Count => separators.Length + 1;

    /// <param name="header">Its cells, from the left.</param>
    public static TableColumns Of(List<LineSegment> header, IReadOnlyList<PageLine> body, float unit, float gap)
    {
        var words = body.SelectMany(line => line.Words).ToList();
        var gaps = Gaps(words, body.Count < Several ? 0 : Math.Max(1, body.Count / 25));
        var wide = (body.Count < Few ? WideGapOfFew : WideGap) * gap;
        var cells = header.SelectMany(cell => Cut(cell, gaps, wide, unit)).ToList();
        var edges = new List<float>();
        if (words.Count > 0)
        {
            edges.AddRange(
                gaps.Where(found => found.Right - found.Left >= wide && found.Right <= cells[0].Left).Select(Middle)
            );
            edges.AddRange(
                gaps.Where(found => found.Right - found.Left >= wide && found.Left >= cells[^1].Right).Select(Middle)
            );
        }

        for (var i = 0; i + 1 < cells.Count; i++)
        {
            edges.AddRange(Between(cells[i], cells[i + 1], body, words, gaps, wide, unit));
        }

        return new TableColumns(edges).WithoutHalves(cells, words);
    }

    /// <summary>The column of a word, from 0.</summary>
    public int Of(LayoutWord word) => At(word.Anchor);

    public string[] Cells(PageLine line)
    {
        var cells = new string[Count];
        Array.Fill(cells, "");
        foreach (var (column, word) in Placed(line))
        {
            cells[column] = cells[column].Length == 0 ? word.Text : $"{cells[column]} {word.Text}";
        }

        return cells;
    }

    /// <summary>True if nearly no word runs across two columns.</summary>
    public bool Fit(IEnumerable<PageLine> lines)
    {
        var (across, all) = (0, 0);
        foreach (var line in lines.Where(line => !line.IsTotal))
        {
            foreach (var word in line.Words)
            {
                all++;
                var margin = 0.6f * line.Unit;
                across +=
                    word.Right - word.Left > 2 * margin && At(word.Left + margin) != At(word.Right - margin) ? 1 : 0;
            }
        }

        return across * 10 <= all;
    }

    /// <summary>True if a cell of the line, between two wide gaps, runs across columns.</summary>
    public bool HasSpan(PageLine line) =>
        line.Segments.Exists(part => At(part.Left + (0.4f * line.Unit)) != At(part.Right - (0.4f * line.Unit)));

    /// <summary>The tables at the left and right of a column.</summary>
    public (TableColumns Left, TableColumns Right) Split(int column) =>
        (new TableColumns(separators[..(column - 1)]), new TableColumns(separators[column..]));

    /// <summary>Where a column begins.</summary>
    public float Start(int column) => separators[column - 1];

    private static float Middle((float Left, float Right) gap) => (gap.Left + gap.Right) / 2;

    private int At(float x)
    {
        var column = Array.BinarySearch(separators, x);
        return column < 0 ? ~column : column;
    }

    /// <summary>A line in one piece, such as a heading among the rows, stands whole where it begins.</summary>
    private IEnumerable<(int Column, LayoutWord Word)> Placed(PageLine line)
    {
        var whole =
            line.Segments.Count == 1
            && line.Words.Count > 3
            && !line.HasNumber
            && line.Words.Any(word => At(word.Left) != At(word.Right));
        return line.Words.Select(word => (whole ? Of(line.Words[0]) : Of(word), word));
    }

    /// <summary>Parts of the width in which at most so many words stand, between the first and the last.</summary>
    private static List<(float Left, float Right)> Gaps(List<LayoutWord> words, int tolerance)
    {
        var ends = words
            .SelectMany(word => new[] { (At: word.Left, Step: 1), (At: word.Right, Step: -1) })
            .OrderBy(end => end.At)
            .ThenBy(end => end.Step);
        var gaps = new List<(float Left, float Right)>();
        var covered = 0;
        float? start = null;
        foreach (var (at, step) in ends)
        {
            var before = covered;
            covered += step;
            if (before > tolerance && covered <= tolerance)
            {
                start = at;
            }
            else if (before <= tolerance && covered > tolerance)
            {
                if (start is { } from && at > from)
                {
                    gaps.Add((from, at));
                }

                start = null;
            }
        }

        return gaps;
    }

    /// <summary>Cells of a header that stand close together, above columns that are apart.</summary>
    private static List<LineSegment> Cut(
        LineSegment cell,
        List<(float Left, float Right)> gaps,
        float wide,
        float unit
    ) =>
        new PageLine(cell.Words, 0, unit, unit, unit, unit).Split(
            (right, next) =>
                gaps.Exists(gap =>
                    gap.Right - gap.Left >= wide
                    && gap.Left > cell.Left
                    && gap.Right < cell.Right
                    && Math.Min(gap.Right, next.Left) - Math.Max(gap.Left, right) > 0.2f * unit
                )
        );

    private static IEnumerable<float> Between(
        LineSegment left,
        LineSegment right,
        IReadOnlyList<PageLine> body,
        List<LayoutWord> words,
        List<(float Left, float Right)> gaps,
        float wide,
        float unit
    )
    {
        // Outside of all cells is a gap as well: one of the two columns may have none.
        var outside =
            words.Count == 0
                ? new List<(float Left, float Right)>()
                : [(float.MinValue, words.Min(word => word.Left)), (words.Max(word => word.Right), float.MaxValue)];
        var inner = gaps.Concat(outside)
            .Select(gap =>
                (
                    Left: Math.Max(gap.Left, left.Right),
                    Right: Math.Min(gap.Right, right.Left),
                    Width: gap.Right - gap.Left,
                    Start: gap.Left,
                    End: gap.Right
                )
            )
            .Where(gap => gap.Right >= gap.Left)
            .ToList();
        var narrow = inner.Where(gap => body.Count >= Many && gap.Width < wide && gap.Width >= 0.12f * unit).ToList();
        var clear = inner
            .Where(gap => gap.Width >= wide)
            .Concat(narrow.Where(gap => Math.Abs(gap.End - right.Left) <= unit).TakeLast(1))
            .Union(narrow.Where(gap => IsEdge(words, gap.Start, gap.End, body.Count, unit)))
            .ToList();
        if (clear.Count > 0)
        {
            return clear.Select(gap => Middle((gap.Left, gap.Right)));
        }

        // Cells that overflow into the next column, which is aligned with its header.
        if (
            body.Count(line => line.Words.Any(word => Math.Abs(word.Left - right.Left) <= 0.6f * unit)) * 2
            > body.Count
        )
        {
            return [right.Left - (0.3f * unit)];
        }

        return narrow.Count > 0
            ? [Middle((narrow.MaxBy(gap => gap.Width).Left, narrow.MaxBy(gap => gap.Width).Right))]
            : [Middle((left.Right, right.Left))];
    }

    /// <summary>True if in most rows a cell ends where the gap begins and one begins where it ends.</summary>
    private static bool IsEdge(List<LayoutWord> words, float start, float end, int rows, float unit) =>
        words.Count(word => Math.Abs(word.Right - start) <= 0.3f * unit) * 4 >= rows * 3
        && words.Count(word => Math.Abs(word.Left - end) <= 0.3f * unit) * 4 >= rows * 3;

    /// <summary>True for a column to be filled in by hand, which is empty in most lists.</summary>
    private static bool IsForHand(LineSegment? header) =>
        header?.Text is { } text
        && Array.Exists(ForHand, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Joins a column that has only cells with one beside it that has only a header: the nearest, unless cells further on are
    /// left over, which then all stand at the right of their headers, or all at the left.
    /// </summary>
    private TableColumns WithoutHalves(List<LineSegment> header, List<LayoutWord> words)
    {
        var headers = new LineSegment?[Count];
        foreach (var cell in header)
        {
            headers[At((cell.Left + cell.Right) / 2)] ??= cell;
        }

        var cells = words.ToLookup(Of);
        var ways = new Func<float, float, bool>[] { (left, right) => left <= right, (_, _) => true, (_, _) => false };
        return new TableColumns(
            ways.Select(isLeft => Joined(headers, cells, isLeft)).MinBy(joined => joined.LeftOver).Separators
        );
    }

    private (List<float> Separators, int LeftOver) Joined(
        LineSegment?[] headers,
        ILookup<int, LayoutWord> cells,
        Func<float, float, bool> isLeft
    )
    {
        var taken = Enumerable.Range(0, Count).Select(column => cells[column].Any()).ToArray();
        var kept = separators.ToList();
        var leftOver = 0;
        for (var column = 0; column < Count; column++)
        {
            if (headers[column] is not null || !cells[column].Any())
            {
                continue;
            }

            var (start, end) = (cells[column].Min(word => word.Left), cells[column].Max(word => word.Right));
            var before = column > 0 && !taken[column - 1] ? start - headers[column - 1]?.Right : null;
            var after = column + 1 < Count && !taken[column + 1] ? headers[column + 1]?.Left - end : null;
            if (
                before is { } left
                && (
                    after is not { } right
                    || IsForHand(headers[column + 1])
                    || (isLeft(left, right) && !IsForHand(headers[column - 1]))
                )
            )
            {
                kept.Remove(separators[column - 1]);
                taken[column - 1] = true;
            }
            else if (after is not null)
            {
                kept.Remove(separators[column]);
                taken[column + 1] = true;
            }
            else
            {
                leftOver++;
            }
        }

        return (kept, leftOver);
    }
}
