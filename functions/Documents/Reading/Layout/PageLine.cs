namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Words that stand beside each other.</summary>
internal sealed class PageLine
{
    /// <summary>Widths of a letter from which on a gap separates two cells: blanks have 0.6, and 1 in a typewriter's font.</summary>
    private const float CellGap = 1.4f;

    public PageLine(IEnumerable<LayoutWord> words, float top, float bottom, float height, float unit)
    {
        (Top, Bottom, Height, Unit) = (top, bottom, height, unit);
        Words = words.OrderBy(word => word.Left).ToValueList();
        Segments = Split((left, right) => right.Left - left >= CellGap * unit);
    }

    public ValueList<LayoutWord> Words { get; }

    public float Top { get; }

    public float Bottom { get; }

    /// <summary>Of its letters.</summary>
    public float Height { get; }

    /// <summary>The width of a letter, by which gaps are measured.</summary>
    public float Unit { get; }

    /// <summary>The words, cut at wide gaps.</summary>
    public List<LineSegment> Segments { get; private set; }

    public bool HasFigure => Segments.Exists(segment => segment.IsFigure);

    /// <summary>The line as text, with three blanks between segments.</summary>
    public string Text => string.Join("   ", Segments.Select(segment => segment.Text));

    /// <summary>True if its first word announces a sum.</summary>
    public bool IsTotal =>
        Words[0].Text.StartsWith("TOTAL", StringComparison.OrdinalIgnoreCase)
        || Words[0].Text.StartsWith("SUBTOTAL", StringComparison.OrdinalIgnoreCase);

    /// <param name="isCut">Whether to cut between the right end of the words so far and the next word.</param>
    public List<LineSegment> Split(Func<float, LayoutWord, bool> isCut)
    {
        var segments = new List<LineSegment>();
        var words = new List<LayoutWord>();
        var right = 0f;
        foreach (var word in Words)
        {
            if (words.Count > 0 && isCut(right, word))
            {
                segments.Add(new LineSegment(words.ToValueList()));
                words.Clear();
            }

            right = words.Count == 0 ? word.Right : Math.Max(right, word.Right);
            words.Add(word);
        }

        segments.Add(new LineSegment(words.ToValueList()));
        return segments;
    }

    /// <summary>Cuts it where the cells of the lines above end, if it nowhere runs across two of them.</summary>
    public void CutAt(IReadOnlyList<(float Left, float Right)> cells)
    {
        var tolerance = 0.5f * Unit;
        var cut = Split(
            (right, next) =>
            {
                for (var i = 1; i < cells.Count; i++)
                {
                    if (right <= cells[i].Left + tolerance && next.Left >= cells[i - 1].Right - tolerance)
                    {
                        return right > cells[i - 1].Left && next.Left < cells[i].Right;
                    }
                }

                return false;
            }
        );
        var across = cut.Exists(segment =>
            cells.Count(cell => Math.Min(cell.Right, segment.Right) - Math.Max(cell.Left, segment.Left) > tolerance) > 1
        );
        Segments = across || cut.Count < 3 ? Segments : cut;
    }
}
