namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Tells columns of text, as newspapers have, from the columns of a table.</summary>
internal static class TextColumns
{
    private const int MaxColumns = 3;
    private const double MinWords = 3.5;
    private const double MaxFigures = 0.1;

    /// <summary>The lines of each column, or null for a table.</summary>
    public static List<List<PageLine>>? Of(PageZone zone)
    {
        if (zone.Bands.Count > MaxColumns)
        {
            return null;
        }

        var columns = zone.Bands.Select(_ => new List<PageLine>()).ToList();
        foreach (var line in zone.Lines)
        {
            foreach (var part in line.Segments)
            {
                var column = Enumerable.Range(0, columns.Count).MinBy(i => Math.Abs(zone.Bands[i].Left - part.Left));
                columns[column].Add(new PageLine(part.Words, line.Top, line.Bottom, line.Height, line.Unit, line.Gap));
            }
        }

        return columns.Index().All(column => IsText(column.Item, zone.Bands[column.Index], MaxFigures))
            ? columns
            : null;
    }

    /// <summary>Lines that fill their column and go on in the next line.</summary>
    /// <param name="maxFigures">The share of lines in which a number stands apart.</param>
    public static bool IsText(List<PageLine> lines, (float Left, float Right) band, double maxFigures)
    {
        if (lines.Count < 2)
        {
            return false;
        }

        var width = band.Right - band.Left;
        var (lower, upper) = (0, 0);
        foreach (var line in lines)
        {
            var first = line.Words[0].Text.FirstOrDefault(char.IsLetterOrDigit);
            lower += char.IsLower(first) ? 1 : 0;
            upper += char.IsUpper(first) || char.IsAsciiDigit(first) ? 1 : 0;
        }

        return lines.Average(line => line.Words.Count) >= MinWords
            && lines.Average(line => line.Words.Max(word => word.Right) - line.Words[0].Left) >= 0.55 * width
            && lower * 3 >= lower + upper
            && lines.Count(line => line.HasFigure) <= maxFigures * lines.Count;
    }
}
