using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The columns of a table drawn with blanks, as its header places them.</summary>
internal sealed class ColumnRanges(List<Segment> header)
{
    public ValueList<string> Names { get; } = header.Select(column => column.Text).ToValueList();

    public IReadOnlyList<Segment> Columns => header;

    /// <summary>The cells of a line below the header.</summary>
    public ValueList<string> Cells(List<Segment> line)
    {
        var cells = new string[header.Count];
        foreach (var part in Parts(line))
        {
            var column = Nearest(part);
            cells[column] = cells[column] is { } before ? $"{before} {part.Text}" : part.Text;
        }

        return cells.Select(cell => cell ?? "").ToValueList();
    }

    /// <summary>The line's segments, cut where a long one runs into the column at its right.</summary>
    private List<Segment> Parts(List<Segment> line)
    {
        var parts = new List<Segment>(line.Count);
        foreach (var segment in line)
        {
            var rest = segment;
            // A single letter in the last word: MARIA QUISPE F, with the F below its header.
            if (
                rest.Text.LastIndexOf(' ') is > 0 and var blank
                && new Segment(rest.Text[(blank + 1)..], rest.Start + blank + 1) is var last
                && Nearest(last) != Nearest(new Segment(rest.Text[..blank], rest.Start))
                && SexWords.OfCell(last.Text) is not null
                && header[Nearest(last)].Overlap(last) > 0
            )
            {
                parts.Add(new Segment(rest.Text[..blank].TrimEnd(), rest.Start));
                rest = last;
            }

            parts.Add(rest);
        }

        return parts;
    }

    private int Nearest(Segment part)
    {
        var (best, most) = (0, int.MinValue);
        for (var i = 0; i < header.Count; i++)
        {
            // Below zero it is the distance between the two.
            var overlap = header[i].Overlap(part);
            if (overlap > most)
            {
                (best, most) = (i, overlap);
            }
        }

        return best;
    }
}
