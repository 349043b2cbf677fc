namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Lines of a page that have the same gaps, or that have none.</summary>
internal sealed class PageZone
{
    private const int MaxSingle = 8;
    private const int MaxBands = 100;

    /// <summary>Heights of a letter between two lines of a zone.</summary>
    private const float MaxDistance = 6;

    private readonly List<PageLine> lines = [];
    private List<(float Left, float Right)> bands = [];
    private int single;
    private bool hasFigures;

    public IReadOnlyList<PageLine> Lines => lines;

    /// <summary>The parts of the page's width in which its words stand.</summary>
    public IReadOnlyList<(float Left, float Right)> Bands => bands;

    /// <summary>True if at least two of its lines are cut by gaps.</summary>
    public bool HasColumns =>
        bands.Count > 1 && (IsUneven ? lines.Count > 3 : lines.Count(line => line.Segments.Count > 1) > 1);

    /// <summary>True if its lines may be the last row of a table.</summary>
    public bool MayBeRow => lines.Exists(line => line.Segments.Count > 2 && line.HasFigure);

    /// <summary>True for two columns of text whose lines are not level.</summary>
    public bool IsUneven { get; private init; }

    public static PageZone Of(IEnumerable<PageLine> lines, bool isUneven = false)
    {
        var zone = new PageZone { IsUneven = isUneven };
        foreach (var line in lines)
        {
            zone.Add(line, Merge(zone.bands, line.Segments, line.Unit));
        }

        return zone;
    }

    /// <summary>Adds the line if it goes on with the zone's columns below lines that run across them, such as headings, which are added as well.</summary>
    public bool TryAdd(IReadOnlyList<PageLine> across, PageLine line)
    {
        var count = lines.Count;
        if (across.Count == 0)
        {
            return TryAdd(line);
        }

        if (line.Segments.Count == 1 || IsUneven || (hasFigures && !line.HasFigure) || !HasColumns)
        {
            return false;
        }

        lines.AddRange(across);
        if (TryAdd(line))
        {
            return true;
        }

        lines.RemoveRange(count, across.Count);
        return false;
    }

    private bool TryAdd(PageLine line)
    {
        var last = lines[^1];
        if (line.Top - last.Bottom > MaxDistance * last.Height)
        {
            return false;
        }

        if (line.Segments.Count == 1 && line.Words.Count > 2 && bands.Count is > 2 and <= MaxBands)
        {
            line.CutAt(bands);
        }

        if (line.Segments.Count == 1)
        {
            var only = line.Segments[0];
            var within =
                bands.Count(band => Math.Min(band.Right, only.Right) - Math.Max(band.Left, only.Left) > 1) <= 1;
            var merged = Merge(bands, line.Segments, line.Unit);
            var isRow = line.IsTotal || GoesOn(last, line);
            if (isRow || (within && single < MaxSingle && merged.Count >= bands.Count))
            {
                Add(line, isRow ? bands : merged);
                return true;
            }

            return false;
        }

        // Below lines of its own, a line without figures is the header of another table.
        if (single > 0 && hasFigures && !line.HasFigure && line.Top - last.Bottom > last.Height)
        {
            return false;
        }

        var next = Merge(bands, line.Segments, line.Unit);
        if (next.Count is < 2 or > MaxBands || next.Count * 2 < Math.Min(bands.Count, line.Segments.Count))
        {
            return false;
        }

        Add(line, next);
        return true;
    }

    /// <summary>
    /// The lines at its end that have no gap, which it gives back; those right below a row are the rest of its cells, and
    /// those that end in a figure below the figure of a row are rows.
    /// </summary>
    public List<PageLine> TakeEnd()
    {
        if (IsUneven)
        {
            return [];
        }

        var end = lines.FindLastIndex(line => line.Segments.Count > 1 || line.IsTotal) + 1;
        while (
            end > 0
            && end < lines.Count
            && (lines[end].Top - lines[end - 1].Bottom < 0.4f * lines[end].Height || GoesOn(lines[end - 1], lines[end]))
        )
        {
            end++;
        }

        var rest = lines[end..];
        lines.RemoveRange(end, rest.Count);
        return rest;
    }

    private static bool GoesOn(PageLine row, PageLine line) =>
        line.EndsInFigure
        && row.EndsInFigure
        && (
            Math.Abs(line.Words[^1].Left - row.Words[^1].Left) < 0.5f * line.Unit
            || Math.Abs(line.Words[^1].Right - row.Words[^1].Right) < 0.5f * line.Unit
        );

    private void Add(PageLine line, List<(float Left, float Right)> merged)
    {
        lines.Add(line);
        bands = merged;
        single = line.Segments.Count == 1 ? single + 1 : 0;
        hasFigures |= line.HasFigure;
    }

    private static List<(float Left, float Right)> Merge(
        List<(float Left, float Right)> bands,
        List<LineSegment> segments,
        float unit
    )
    {
        var merged = new List<(float Left, float Right)>(bands.Count + segments.Count);
        foreach (var band in bands.Concat(segments.Select(part => (part.Left, part.Right))).OrderBy(band => band.Item1))
        {
            if (merged.Count > 0 && band.Item1 < merged[^1].Right + (0.25f * unit))
            {
                merged[^1] = (merged[^1].Left, Math.Max(merged[^1].Right, band.Item2));
            }
            else
            {
                merged.Add(band);
            }
        }

        return merged;
    }
}
