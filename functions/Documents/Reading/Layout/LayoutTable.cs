using System.Globalization;

namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>A table that may go on further down or on the next page, or several beside each other that have the same header.</summary>
internal sealed class LayoutTable
{
    /// <summary>More columns are blanks in a long line.</summary>
    private const int MaxColumns = 100;
    private const int MaxValues = 200;
    private const int LongestValue = 12;
    private const int FirstLines = 3;

    private readonly TableColumns columns;
    private readonly string[] header;
    private readonly List<int> starts = [0];
    private readonly List<(string[] Cells, ReadLocation Where, int Page)> rows = [];
    private readonly HashSet<string>[] values;
    private readonly int[] figures;

    private LayoutTable(TableColumns columns, string[] header, int page)
    {
        (this.columns, this.header, Page) = (columns, header, page);
        values = [.. Enumerable.Range(0, columns.Count).Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        figures = new int[columns.Count];
        FindParts();
    }

    /// <summary>The last page that it stands on, counted from the first that was written.</summary>
    public int Page { get; private set; }

    /// <summary>A new table of these lines, the first of which is its header, and its rows.</summary>
    public static (LayoutTable Table, List<LayoutRow> Rows) Of(IReadOnlyList<PageLine> lines, int page)
    {
        var count = TableHeader.Count(lines);
        var (head, body) = (lines.Take(count).ToList(), lines.Skip(count).ToList());
        var places = TableColumns.Of(TableHeader.Cells(head), Regular(body), head[0].Unit, head[0].Gap);
        var found = new List<LayoutRow> { LayoutRow.Of(head[0], places) };
        for (var i = 1; i < count; i++)
        {
            var row = LayoutRow.Of(head[i], places);
            if (TableHeader.AreOneRow(head[i - 1], head[i], lines.ElementAtOrDefault(i + 1), places))
            {
                found[^1] = found[^1].With(row);
            }
            else
            {
                found.Add(row);
            }
        }

        var table = new LayoutTable(places, found[0].Cells, page);
        found.AddRange(TableRows.Of(body, places));
        return (table, found);
    }

    /// <summary>The rows of lines that go on with the table: below its columns, with the same header or with values as it has above.</summary>
    public List<LayoutRow>? Continue(IReadOnlyList<PageLine> lines, int page)
    {
        if (!columns.Fit(lines))
        {
            return null;
        }

        var first = lines.Where(line => line.Segments.Count > 1).Take(FirstLines).Select(columns.Cells).ToList();
        var isHeader = first.Count > 0 && first[0].SequenceEqual(header);
        if (!isHeader && !first.Exists(IsLikeAbove))
        {
            return null;
        }

        Page = page;
        return isHeader
            ? [LayoutRow.Of(lines[0], columns), .. TableRows.Of([.. lines.Skip(1)], columns)]
            : TableRows.Of(lines, columns);
    }

    public void Add(LayoutRow row, ReadLocation where)
    {
        if (rows.Count > 0)
        {
            foreach (var (column, cell) in row.Cells.Index())
            {
                figures[column] += cell.Length > 0 && cell.Count(char.IsAsciiDigit) * 2 >= cell.Length ? 1 : 0;
                if (cell.Length is > 0 and <= LongestValue && values[column].Count < MaxValues)
                {
                    values[column].Add(cell);
                }
            }
        }

        rows.Add((row.Cells, where, Page));
    }

    public void Write(IReadSink sink)
    {
        // A single such line is a letterhead or a signature.
        if (rows.Count < 2 || columns.Count > MaxColumns)
        {
            return;
        }

        var isOne = GoesOnBeside();
        var parts = Enumerable.Range(0, starts.Count);
        // A list that goes on beside itself does so on each page.
        foreach (
            var table in isOne
                ?
                [
                    [.. parts],
                ]
                : parts.Select(part => new[] { part })
        )
        {
            sink.Table(rows[0].Where, isGuess: true);
            foreach (var page in rows.GroupBy(row => isOne ? row.Page : 0))
            {
                foreach (var part in table)
                {
                    foreach (var row in page)
                    {
                        sink.Row(row.Cells[Columns(part)], row.Where);
                    }
                }
            }
        }
    }

    private Range Columns(int part) => starts[part]..(part + 1 < starts.Count ? starts[part + 1] : columns.Count);

    /// <summary>True if the numbers of the rows of the second part follow those of the first.</summary>
    private bool GoesOnBeside()
    {
        var first = rows.Where(row => row.Page == rows[0].Page).ToList();
        return starts.Count > 1
            && first.Select(row => Number(row.Cells[starts[0]])).Max() is { } last
            && first.Select(row => Number(row.Cells[starts[1]])).Min() is { } next
            && next == last + 1;
    }

    private static int? Number(string cell) =>
        int.TryParse(cell.AsSpan().Trim(".)-° "), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The lines whose cells stand apart: a sum and a heading among the rows run across columns.</summary>
    private static List<PageLine> Regular(List<PageLine> body) =>
        body.Where(line => line.Segments.Count > 1 && !line.IsTotal).ToList() is { Count: > 0 } regular
            ? regular
            : body;

    private bool IsLikeAbove(string[] cells)
    {
        var filled = cells.Index().Where(cell => cell.Item.Length > 0).ToList();
        return filled.Count > 1
            && filled.Exists(cell =>
                values[cell.Index].Contains(cell.Item)
                || (figures[cell.Index] > 0 && cell.Item.Count(char.IsAsciiDigit) * 2 >= cell.Item.Length)
            );
    }

    /// <summary>Where the first cells of the header are repeated, another table begins beside the first.</summary>
    private void FindParts()
    {
        var named = header.Index().Where(cell => cell.Item.Length > 0).ToList();
        for (var i = 2; i + 1 < named.Count; i++)
        {
            if (named[i].Item == named[0].Item && named[i + 1].Item == named[1].Item)
            {
                starts.Add(named[i].Index - named[0].Index);
            }
        }
    }
}
