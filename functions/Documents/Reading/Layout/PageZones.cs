namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Cuts a page into zones with columns and text between them.</summary>
internal static class PageZones
{
    /// <summary>From the top to the bottom; a zone without columns holds the lines of text between two others.</summary>
    public static IEnumerable<PageZone> Of(List<PageLine> lines)
    {
        var text = new List<PageLine>();
        PageZone? zone = null;
        foreach (var line in lines)
        {
            if (zone?.TryAdd(line) == true)
            {
                continue;
            }

            foreach (var ended in End(zone, ref text))
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

        foreach (var ended in End(zone, ref text))
        {
            yield return ended;
        }

        if (text.Count > 0)
        {
            yield return PageZone.Of(text);
        }
    }

    /// <summary>The text above the zone and the zone; if it has no columns, its lines are text as well.</summary>
    private static List<PageZone> End(PageZone? zone, ref List<PageLine> text)
    {
        var rest = zone?.TakeEnd() ?? [];
        if (zone?.HasColumns != true)
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
        && (line.Words[0].Left > above.Segments[0].Right + (2 * line.Unit) || line.Segments[0].Right < above.Words[0].Left - (2 * line.Unit));
}
