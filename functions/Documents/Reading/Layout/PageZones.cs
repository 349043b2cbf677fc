namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Cuts a page into zones with columns and text between them.</summary>
internal static class PageZones
{
    /// <summary>Lines between the rows of a table that run across its columns.</summary>
    private const int MaxAcross = 2;

    /// <summary>From the top to the bottom; a zone without columns holds the lines of text between two others.</summary>
    public static IEnumerable<PageZone> Of(List<PageLine> lines)
    {
        var text = new List<PageLine>();
        var across = new List<PageLine>();
        PageZone? zone = null;
        foreach (var line in lines)
        {
            if (zone?.TryAdd(across, line) == true)
            {
                across.Clear();
                continue;
            }

            if (zone is not null && across.Count < MaxAcross && line.Segments.Count == 1)
            {
                across.Add(line);
                continue;
            }

            foreach (var ended in End(zone, across, ref text))
            {
                yield return ended;
            }

            zone = null;
            if (line.Segments.Count > 1)
            {
                zone = PageZone.Of([line]);
            }
            else if (text.Count > 0 && AreBeside(text[^1], line))
            {
                zone = PageZone.Of([text[^1], line], isUneven: true);
                text.RemoveAt(text.Count - 1);
            }
            else
            {
                text.Add(line);
            }
        }

        foreach (var ended in End(zone, across, ref text))
        {
            yield return ended;
        }

        if (text.Count > 0)
        {
            yield return PageZone.Of(text);
        }
    }

    /// <summary>The text above the zone and the zone; if it has no columns, its lines are text as well.</summary>
    private static List<PageZone> End(PageZone? zone, List<PageLine> across, ref List<PageLine> text)
    {
        List<PageLine> rest = [.. zone?.TakeEnd() ?? [], .. across];
        across.Clear();
        if (zone is null || !(zone.HasColumns || zone.MayBeRow))
        {
            text.AddRange([.. zone?.Lines ?? [], .. rest]);
            return [];
        }

        List<PageZone> ended = text.Count > 0 ? [PageZone.Of(text), zone] : [zone];
        text = rest;
        return ended;
    }

    /// <summary>True for lines of two columns whose lines are not level.</summary>
    private static bool AreBeside(PageLine above, PageLine line) =>
        line.Top < above.Bottom
        && (
            line.Words[0].Left > above.Segments[0].Right + (2 * line.Unit)
            || line.Segments[0].Right < above.Words[0].Left - (2 * line.Unit)
        );
}
