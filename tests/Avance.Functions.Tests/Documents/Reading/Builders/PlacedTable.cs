namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Draws a table on pages, as word processors and sheets do: cells at places, and no mark of what is a row.</summary>
internal sealed record PlacedTable
{
    private const double LineHeight = 11;

    /// <summary>Where each column begins and ends, from the left of the page.</summary>
    public required (double Left, double Right)[] Columns { get; init; }

    /// <summary>The rows of the header; a cell that is null is merged with the one at its left.</summary>
    public required string?[][] Header { get; init; }

    /// <summary>Lines of a cell are separated by line feeds.</summary>
    public required string[][] Rows { get; init; }

    public string Title { get; init; } = "LISTA DE ASISTENCIA";

    /// <summary>Where the text stands in each cell: l, c or r.</summary>
    public string Align { get; init; } = "";

    /// <summary>Of the header.</summary>
    public char HeaderAlign { get; init; } = 'l';

    /// <summary>True if cells of fewer lines stand in the middle of their row.</summary>
    public bool IsCentred { get; init; }

    /// <summary>True if lines are drawn between its cells.</summary>
    public bool IsRuled { get; init; }

    public double Padding { get; init; } = 7;

    public int RowsOnPage { get; init; } = int.MaxValue;

    public bool RepeatsHeader { get; init; }

    public int Width { get; init; } = 595;

    public int Height { get; init; } = 842;

    public byte[] Pdf() => TestPdf.OfPlaced([.. Pages()]);

    public List<PlacedPage> Pages()
    {
        var pages = new List<PlacedPage>();
        foreach (var rows in Rows.Chunk(RowsOnPage))
        {
            var page = new PlacedPage(Width, Height);
            pages.Add(page);
            var y = 60.0;
            if (pages.Count == 1)
            {
                page.Text(Width / 2.0 - 50, y, Title);
                y += 20;
            }

            if (pages.Count == 1 || RepeatsHeader)
            {
                y = Draw(page, y);
            }

            var top = y - LineHeight - (Padding / 2);
            y = Draw(page, rows, y);
            if (IsRuled)
            {
                Rule(page, top, y - LineHeight - (Padding / 2));
            }
        }

        return pages;
    }

    /// <summary>Draws rows from a height on.</summary>
    /// <returns>Where the next row begins.</returns>
    public double Draw(PlacedPage page, IEnumerable<string[]> rows, double y)
    {
        foreach (var row in rows)
        {
            var lines = row.Max(cell => cell.Split('\n').Length);
            foreach (var (column, cell) in row.Index())
            {
                var parts = cell.Split('\n');
                var top = y + (IsCentred ? (lines - parts.Length) * LineHeight / 2 : 0);
                foreach (var (line, text) in parts.Index())
                {
                    Put(page, Columns[column], top + (line * LineHeight), text, Align.ElementAtOrDefault(column));
                }
            }

            y += (lines * LineHeight) + Padding;
            if (IsRuled)
            {
                var line = y - LineHeight - (Padding / 2);
                page.Line(Columns[0].Left, line, Columns[^1].Right, line);
            }
        }

        return y;
    }

    /// <summary>Draws the header from a height on.</summary>
    public double Draw(PlacedPage page, double y)
    {
        foreach (var row in Header)
        {
            var lines = 1;
            for (var column = 0; column < row.Length; column++)
            {
                var last = column;
                while (last + 1 < row.Length && row[last + 1] is null)
                {
                    last++;
                }

                var parts = (row[column] ?? "").Split('\n');
                lines = Math.Max(lines, parts.Length);
                foreach (var (line, text) in parts.Index())
                {
                    var cell = (Columns[column].Left, Columns[last].Right);
                    Put(page, cell, y + (line * LineHeight), text, last > column ? 'c' : HeaderAlign);
                }

                column = last;
            }

            y += (lines * LineHeight) + Padding;
        }

        return y;
    }

    private void Rule(PlacedPage page, double top, double bottom)
    {
        var header = top - (Header.Length * (LineHeight + Padding));
        page.Line(Columns[0].Left, header, Columns[^1].Right, header);
        page.Line(Columns[0].Left, top, Columns[^1].Right, top);
        foreach (var edge in Columns.Select(column => column.Left).Append(Columns[^1].Right))
        {
            page.Line(edge, header, edge, bottom);
        }
    }

    private static void Put(PlacedPage page, (double Left, double Right) cell, double y, string text, char align)
    {
        if (text.Length == 0)
        {
            return;
        }

        var width = PlacedPage.WidthOf(text);
        var x = align switch
        {
            'c' => (cell.Left + cell.Right - width) / 2,
            'r' => cell.Right - 4 - width,
            _ => cell.Left + 4,
        };
        page.Text(x, y, text);
    }
}
