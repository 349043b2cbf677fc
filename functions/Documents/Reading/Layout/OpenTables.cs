namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>The tables that lines further down or on the next page may go on with.</summary>
internal sealed class OpenTables(IReadSink sink)
{
    /// <summary>The list, and a letterhead and a footer with columns.</summary>
    private const int Most = 3;

    private readonly List<LayoutTable> open = [];

    /// <summary>The table of these lines, a new one or one that they go on with, and their rows.</summary>
    public (LayoutTable Table, List<LayoutRow> Rows) Take(IReadOnlyList<PageLine> lines, int page)
    {
        if (Continue(lines, page) is { } found)
        {
            return found;
        }

        var begun = LayoutTable.Of(lines, page);
        if (open.Count == Most)
        {
            open[0].Write(sink);
            open.RemoveAt(0);
        }

        open.Add(begun.Table);
        return begun;
    }

    /// <summary>The table that these lines go on with, and their rows.</summary>
    public (LayoutTable Table, List<LayoutRow> Rows)? Continue(IReadOnlyList<PageLine> lines, int page)
    {
        foreach (var table in open.AsEnumerable().Reverse())
        {
            if (table.Continue(lines, page) is { } rest)
            {
                return (table, rest);
            }
        }

        return null;
    }

    /// <summary>Writes the tables that end above a page.</summary>
    public void EndBefore(int page)
    {
        foreach (var table in open.Where(table => table.Page < page))
        {
            table.Write(sink);
        }

        open.RemoveAll(table => table.Page < page);
    }

    public void End() => EndBefore(int.MaxValue);
}
