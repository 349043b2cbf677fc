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
        var separators = new List<float>();
        if (words.Count > 0)
        {
            separators.AddRange(
                gaps.Where(found => found.Right - found.Left >= wide && found.Right <= cells[0].Left).Select(Middle)
            );
            separators.AddRange(
                gaps.Where(found => found.Right - found.Left >= wide && found.Left >= cells[^1].Right).Select(Middle)
            );
        }

        for (var i = 0; i + 1 < cells.Count; i++)
        {
            separators.AddRange(Between(cells[i], cells[i + 1], body, words, gaps, wide, unit));
        }

        return new TableColumns(separators).WithoutHalves(cells, words);
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
                across += word.Right - word.Left > 2 * margin && At(word.Left + margin) != At(word.Right - margin) ? 1 : 0;
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
        var whole = line.Segments.Count == 1 && line.Words.Count > 3 && !line.HasNumber && line.Words.Any(word => At(word.Left) != At(word.Right));
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
    private static IEnumerable<LineSegment> Cut(
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
        var inner = gaps.Select(gap =>
                (
                    Left: Math.Max(gap.Left, left.Right),
                    Right: Math.Min(gap.Right, right.Left),
                    Width: gap.Right - gap.Left,
                    End: gap.Right
                )
            )
            .Where(gap => gap.Right >= gap.Left)
            .ToList();
        var clear = inner.Where(gap => gap.Width >= wide).ToList();
        if (clear.Count > 0)
        {
            return clear.Select(gap => Middle((gap.Left, gap.Right)));
        }

        var narrow = inner.Where(gap => body.Count >= Many && gap.Width >= 0.12f * unit).ToList();
        var aligned = narrow.Where(gap => Math.Abs(gap.End - right.Left) <= unit).ToList();
        if (aligned.Count > 0)
        {
            return [Middle((aligned[^1].Left, aligned[^1].Right))];
        }

        // Cells that overflow into the next column, which is aligned with its header.
        if (body.Count(line => line.Words.Any(word => Math.Abs(word.Left - right.Left) <= 0.6f * unit)) * 2 > body.Count)
        {
            return [right.Left - (0.3f * unit)];
        }

        // One of the columns has no cell beside the others.
        var (start, end) = words.Count == 0 ? (left.Right, left.Right) : (words.Min(word => word.Left), words.Max(word => word.Right));
        if (start > left.Right)
        {
            return [Middle((left.Right, Math.Min(start, right.Left)))];
        }

        if (end < right.Left)
        {
            return [Middle((Math.Max(end, left.Right), right.Left))];
        }

        return narrow.Count > 0
            ? [Middle((narrow.MaxBy(gap => gap.Width).Left, narrow.MaxBy(gap => gap.Width).Right))]
            : [Middle((left.Right, right.Left))];
    }

    /// <summary>Joins a column that has only a header with the one beside it that has only cells.</summary>
    private TableColumns WithoutHalves(List<LineSegment> header, List<LayoutWord> words)
    {
        var (headed, filled) = (new bool[Count], new bool[Count]);
        foreach (var cell in header)
        {
            headed[At((cell.Left + cell.Right) / 2)] = true;
        }

        foreach (var word in words)
        {
            filled[Of(word)] = true;
        }

        var kept = new List<float>();
        var (isHeaded, isFilled) = (headed[0], filled[0]);
        for (var i = 1; i < Count; i++)
        {
            if (isHeaded && !isFilled && filled[i] && !headed[i] || isFilled && !isHeaded && headed[i] && !filled[i])
            {
                (isHeaded, isFilled) = (true, true);
                continue;
            }

            kept.Add(separators[i - 1]);
            (isHeaded, isFilled) = (headed[i], filled[i]);
        }

        return new TableColumns(kept);
    }
}
