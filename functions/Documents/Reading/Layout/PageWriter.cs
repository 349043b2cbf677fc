namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>
/// Writes pages whose words have places: text in the order in which it is read, a column after the other, and tables, whose lines
/// are written as text as well: a wrong guess loses nothing.
/// </summary>
internal sealed class PageWriter(IReadSink sink)
{
    private const int MaxParagraph = 20_000;

    private readonly OpenTables tables = new(sink);
    private ReadLocation? place;
    private int page;
    private int number;

    /// <summary>Writes the words of a page, or more of the same one.</summary>
    public void Add(PageWords words, ReadLocation within, CancellationToken cancellationToken)
    {
        if (within != place)
        {
            page++;
            (number, place) = (0, within);
            tables.EndBefore(page - 1);
        }

        foreach (var (lines, columns) in TextGutters.Of(PageLines.Of(words)))
        {
            WriteColumns(columns ?? [], within);
            AddZones(lines, within, cancellationToken);
        }
    }

    public void End() => tables.End();

    /// <summary>Writes a sentence that goes on at the top of the next column in one piece.</summary>
    private void WriteColumns(List<List<PageLine>> columns, ReadLocation within)
    {
        var text = new List<PageLine>();
        foreach (var column in columns)
        {
            if (text.Count > 0 && !GoesOn(text[^1], column[0]))
            {
                WriteText(text, within);
                text = [];
            }

            text.AddRange(column);
        }

        if (text.Count > 0)
        {
            WriteText(text, within);
        }
    }

    private static bool GoesOn(PageLine last, PageLine next) =>
        !char.IsPunctuation(last.Words[^1].Text[^1]) && !char.IsUpper(next.Words[0].Text[0]);

    private void AddZones(List<PageLine> lines, ReadLocation within, CancellationToken cancellationToken)
    {
        foreach (var zone in PageZones.Of(lines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!zone.HasColumns)
            {
                if (zone.MayBeRow && tables.Continue(zone.Lines, page) is var (above, last))
                {
                    Write(last, within, above);
                }
                else
                {
                    WriteText(zone.Lines, within);
                }
            }
            else if (TextColumns.Of(zone) is { } columns)
            {
                WriteColumns(columns, within);
            }
            else
            {
                var (table, rows) = tables.Take(zone.Lines, page);
                Write(rows, within, table);
            }
        }
    }

    private void WriteText(IReadOnlyList<PageLine> lines, ReadLocation within) =>
        Write(
            [.. lines.Select(line => new LayoutRow([], line.Top, line.Bottom, line.Height, line.Text))],
            within,
            null
        );

    /// <summary>Writes the lines between two wide distances as a paragraph, and those of a table also as its rows.</summary>
    private void Write(List<LayoutRow> lines, ReadLocation within, LayoutTable? table)
    {
        var usual = UsualDistance(lines);
        var from = 0;
        var length = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            length += lines[i].Text.Length;
            var isLast = i + 1 == lines.Count;
            var height = lines[i].Height;
            if (
                isLast
                || length > MaxParagraph
                || lines[i + 1].Top - lines[i].Bottom > Math.Max(0.95f * height, Math.Min(1.25f * usual, 1.6f * height))
            )
            {
                var where = within with { Paragraph = ++number };
                sink.Text(string.Join('\n', lines[from..(i + 1)].Select(line => line.Text)), where);
                lines[from..(i + 1)].ForEach(row => table?.Add(row, where));
                (from, length) = (i + 1, 0);
            }
        }
    }

    private static float UsualDistance(List<LayoutRow> lines)
    {
        var distances = lines.Zip(lines.Skip(1), (upper, lower) => lower.Top - upper.Bottom).Order().ToList();
        return distances.Count < 4 ? 0 : distances[distances.Count / 2];
    }
}
