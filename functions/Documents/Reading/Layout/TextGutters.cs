namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>
/// Finds columns of text by the blank strip between them, also where it is narrower than the gaps of justified lines, or where
/// lines beside each other are not level.
/// </summary>
internal static class TextGutters
{
    private const int MinLines = 4;

    /// <summary>Where the strip is as narrow as the gaps of justified lines, which meet by chance.</summary>
    private const int MinLinesOfNarrow = 7;

    /// <summary>A page with more lines is no page of text.</summary>
    private const int MaxLines = 400;

    /// <summary>Widths of a letter; a blank has 0.6.</summary>
    private const float MinWidth = 0.8f;
    private const float Narrow = 1.3f;

    /// <summary>In narrow columns of justified lines a number often stands apart.</summary>
    private const double MaxFigures = 0.25;

    /// <summary>Lines in turn: those with columns of text, and the others.</summary>
    public static IEnumerable<(List<PageLine> Lines, List<List<PageLine>>? Columns)> Of(List<PageLine> lines)
    {
        var others = new List<PageLine>();
        for (var i = 0; i < lines.Count; )
        {
            if (lines.Count > MaxLines || Cut(lines, i) is not var (count, left, right))
            {
                others.Add(lines[i++]);
                continue;
            }

            if (others.Count > 0)
            {
                yield return (others, null);
                others = [];
            }

            yield return ([], [.. Columns(left), .. Columns(right)]);
            i += count;
        }

        if (others.Count > 0)
        {
            yield return (others, null);
        }
    }

    /// <summary>The columns of a part of the page: a third one may stand beside it.</summary>
    private static IEnumerable<List<PageLine>> Columns(List<PageLine> lines)
    {
        foreach (var (rest, columns) in Of(lines))
        {
            foreach (var column in columns ?? [rest])
            {
                yield return column;
            }
        }
    }

    /// <summary>How many lines from one on are two columns of text, and the lines of both.</summary>
    private static (int Count, List<PageLine> Left, List<PageLine> Right)? Cut(List<PageLine> lines, int from)
    {
        foreach (var (gutter, end) in Gutters(lines, from).OrderByDescending(found => found.End))
        {
            var run = lines[from..end];
            var (left, right) = (
                Part(run, word => word.Right <= gutter.Right),
                Part(run, word => word.Right > gutter.Right)
            );
            if (IsColumn(left) && IsColumn(right))
            {
                return (run.Count, left, right);
            }
        }

        return null;
    }

    /// <summary>The blank strips that begin at a line, and the line that ends each.</summary>
    private static List<((float Left, float Right) Gutter, int End)> Gutters(List<PageLine> lines, int from)
    {
        var min = MinWidth * lines[from].Unit;
        // Beside the line may stand one of another column, which is not level with it.
        var isBeside = from + 1 < lines.Count && lines[from + 1].Top < lines[from].Bottom;
        var words = lines[from].Words.Concat(isBeside ? lines[from + 1].Words : []).OrderBy(word => word.Left).ToList();
        var open = words
            .Zip(words.Skip(1), (left, right) => (Left: left.Right, Right: right.Left))
            .Where(gap => gap.Right - gap.Left >= min)
            .ToList();
        var found = new List<((float, float), int)>();
        for (var i = from + 1; i <= lines.Count && open.Count > 0; i++)
        {
            var kept = new List<(float Left, float Right)>();
            foreach (var gutter in open)
            {
                var rest = i < lines.Count ? Rest(gutter, lines[i]) : default;
                if (rest.Right - rest.Left >= min)
                {
                    kept.Add(rest);
                }
                else if (
                    i - from
                    >= (gutter.Right - gutter.Left < Narrow * lines[from].Unit ? MinLinesOfNarrow : MinLines)
                )
                {
                    found.Add((gutter, i));
                }
            }

            open = kept;
        }

        return found;
    }

    /// <summary>The wider part of a strip that the words of a line leave blank.</summary>
    private static (float Left, float Right) Rest((float Left, float Right) gutter, PageLine line)
    {
        foreach (var word in line.Words)
        {
            if (word.Right > gutter.Left && word.Left < gutter.Right)
            {
                gutter =
                    word.Left - gutter.Left > gutter.Right - word.Right
                        ? (gutter.Left, word.Left)
                        : (word.Right, gutter.Right);
            }
        }

        return gutter;
    }

    private static List<PageLine> Part(List<PageLine> lines, Func<LayoutWord, bool> isIn) =>
        lines
            .Where(line => line.Words.Any(isIn))
            .Select(line => new PageLine(
                line.Words.Where(isIn),
                line.Top,
                line.Bottom,
                line.Height,
                line.Unit,
                line.Gap
            ))
            .ToList();

    /// <summary>True for text whose lines begin below each other: after the gaps of justified lines they do not.</summary>
    private static bool IsColumn(List<PageLine> lines)
    {
        if (lines.Count < MinLines)
        {
            return false;
        }

        var (left, right) = (
            lines.Min(line => line.Words[0].Left),
            lines.Max(line => line.Words.Max(word => word.Right))
        );
        return lines.Count(line => line.Words[0].Left - left <= line.Unit) * 3 >= lines.Count * 2
            && TextColumns.IsText(lines, (left, right), MaxFigures);
    }
}
