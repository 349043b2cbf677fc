namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Words that stand beside each other.</summary>
internal sealed class PageLine
{
    /// <param name="unit">The width of a letter.</param>
    /// <param name="gap">From which on words are of two cells.</param>
    public PageLine(IEnumerable<LayoutWord> words, float top, float bottom, float height, float unit, float gap)
    {
        (Top, Bottom, Height, Unit, Gap) = (top, bottom, height, unit, gap);
        Words = words.OrderBy(word => word.Left).ToValueList();
        Segments = Split((left, right) => right.Left - left >= gap);
    }

    public ValueList<LayoutWord> Words { get; }

    public float Top { get; }

    public float Bottom { get; }

    /// <summary>Of its letters.</summary>
    public float Height { get; }

    /// <summary>The width of a letter.</summary>
    public float Unit { get; }

    /// <summary>The width from which on a gap separates two cells.</summary>
    public float Gap { get; }

    /// <summary>The words, cut at wide gaps.</summary>
    public List<LineSegment> Segments { get; private set; }

    public bool HasFigure => Segments.Exists(segment => segment.IsFigure);

    /// <summary>True if it is numbered, also where the number stands close to a name.</summary>
    public bool BeginsWithNumber =>
        Segments.Exists(segment =>
            segment.Words[0].Text.AsSpan().Trim(".)-°º") is { IsEmpty: false } text
            && !text.ContainsAnyExceptInRange('0', '9')
        );

    /// <summary>True if a word of it is a number.</summary>
    public bool HasNumber => Words.Any(word => word.Text.All(char.IsAsciiDigit));

    public bool EndsInFigure => Words[^1].Text.All(char.IsAsciiDigit);

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

    /// <summary>Cuts it where the cells of the lines above end, if each part begins, ends or is centred as they do.</summary>
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
        Segments = cut.Count > 2 && cut.TrueForAll(part => cells.Count(cell => IsIn(cell, part)) == 1) ? cut : Segments;

        bool IsIn((float Left, float Right) cell, LineSegment part) =>
            Math.Abs(part.Left - cell.Left) < Unit
            || Math.Abs(part.Right - cell.Right) < Unit
            || Math.Abs(part.Left + part.Right - cell.Left - cell.Right) < 2 * Unit;
    }
}
