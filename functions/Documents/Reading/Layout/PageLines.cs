namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Finds the lines of a page.</summary>
internal static class PageLines
{
    private const int MaxOpen = 12;

    /// <summary>
    /// Widths of a letter from which on a gap separates two cells: blanks have 0.6 in most fonts, 1 in a typewriter's, 1.5 in a wide one.
    /// </summary>
    private const float CellGap = 1.4f;
    private const float MostCellGap = 2.1f;

    /// <summary>Widths of a letter that a line is high at most.</summary>
    private const float HighestLetter = 2.6f;

    /// <summary>Times a blank.</summary>
    private const float CellGapInBlanks = 1.6f;

    /// <summary>From the top to the bottom. Words turned on their side come last, a line each.</summary>
    /// <param name="cellGap">From which on words are of two cells; null if the page tells.</param>
    public static List<PageLine> Of(PageWords page, float? cellGap = null)
    {
        var (height, unit) = Size(page.Words);
        // Some fonts say that they are much higher than their letters.
        var share = Math.Min(1, HighestLetter * unit / height);
        height *= share;
        var lines = new List<Builder>();
        var turned = new List<LayoutWord>();
        foreach (var whole in page.Words.OrderBy(word => word.Middle))
        {
            var word = whole.Lower(share);
            if (IsTurned(word, height))
            {
                turned.Add(word);
                continue;
            }

            var line = Nearest(lines, word);
            if (line is null)
            {
                lines.Add(line = new Builder());
            }

            line.Add(word);
        }

        var gap = cellGap ?? Math.Clamp(CellGapInBlanks * Blank(lines), CellGap * unit, MostCellGap * unit);
        var end = lines.Count == 0 ? 0 : lines.Max(line => line.Bottom);
        return
        [
            .. lines.Select(line => line.Build(height, unit, gap)).OrderBy(line => line.Top),
            .. turned.Select(
                (word, i) =>
                    new PageLine(
                        [word],
                        end + (10 * (i + 1) * height),
                        end + (10 * (i + 2) * height),
                        height,
                        unit,
                        gap
                    )
            ),
        ];
    }

    private static bool IsTurned(LayoutWord word, float height) =>
        word.Text.Length > 2 && word.Height > 2 * height && word.Height > 2 * (word.Right - word.Left);

    private static Builder? Nearest(List<Builder> lines, LayoutWord word)
    {
        Builder? best = null;
        var most = 0.5f;
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - MaxOpen); i--)
        {
            var overlap = Math.Min(lines[i].Bottom, word.Bottom) - Math.Max(lines[i].Top, word.Top);
            var share = overlap / Math.Max(Math.Min(lines[i].Bottom - lines[i].Top, word.Height), 0.01f);
            if (share >= most)
            {
                (best, most) = (lines[i], share);
            }
        }

        return best;
    }

    /// <summary>The height of most words, and the width of their letters.</summary>
    private static (float Height, float Unit) Size(IReadOnlyList<LayoutWord> words)
    {
        var heights = new List<float>(words.Count);
        var units = new List<float>(words.Count);
        foreach (var word in words.Where(word => word.Text.Any(char.IsLetterOrDigit)))
        {
            heights.Add(word.Height);
            units.Add((word.Right - word.Left) / word.Text.Length);
        }

        return (Median(heights), Median(units));
    }

    /// <summary>A narrow gap of the page: in a page of tables most gaps are wide.</summary>
    private static float Blank(List<Builder> lines)
    {
        var gaps = lines.SelectMany(line => line.Gaps()).Order().ToList();
        return gaps.Count == 0 ? 0 : gaps[gaps.Count / 4];
    }

    private static float Median(List<float> values)
    {
        values.Sort();
        return values.Count == 0 ? 0.01f : Math.Max(values[values.Count / 2], 0.01f);
    }

    private sealed class Builder
    {
        private readonly List<LayoutWord> words = [];

        public float Top { get; private set; }

        public float Bottom { get; private set; }

        public void Add(LayoutWord word)
        {
            // Their mean: letters with a tail reach lower, and a scan may be slightly askew.
            Top = ((Top * words.Count) + word.Top) / (words.Count + 1);
            Bottom = ((Bottom * words.Count) + word.Bottom) / (words.Count + 1);
            words.Add(word);
        }

        /// <summary>The gaps between its words.</summary>
        public IEnumerable<float> Gaps()
        {
            words.Sort((left, right) => left.Left.CompareTo(right.Left));
            return words.Zip(words.Skip(1), (left, right) => right.Left - left.Right).Where(gap => gap > 0);
        }

        public PageLine Build(float height, float unit, float gap)
        {
            var own = Size(words);
            // A title is larger than the rest of the page.
            var scale = Math.Max(own.Unit / unit, 0.8f);
            return new(words, Top, Bottom, Math.Max(own.Height, 0.8f * height), scale * unit, scale * gap);
        }
    }
}
