using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The names of a table's columns at a header row, which may be merged with cells of the row above.</summary>
internal static class ListHeader
{
    private const int MaxRowsToSex = 50;
    private const int FilledCellsOfHeader = 3;

    /// <summary>The column of sex if the row is the header of a list, by its header and by what stands below and beside it.</summary>
    public static int? SexColumn(TableBlock table, int at)
    {
        var row = table.Rows[at];
        int? first = null;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (!SexWords.IsSexHeader(row.Cells[i]) || (SexWords.IsPair(row.Cells[i]) && !HasPeople(table, at)))
            {
                continue;
            }

            first ??= i;
            if (HasSexes(table, at, i, SexWords.OfCell))
            {
                return i;
            }
        }

        return first
            ?? Column(row, SexWords.IsIdentityHeader)
            ?? Column(
                row,
                (cell, i) => SexWords.MayBeSexHeader(cell) && HasSexes(table, at, i, SexWords.OfWordCell, most: true)
            );
    }

    /// <summary>The columns' names; an empty one is that of the row above.</summary>
    public static IEnumerable<string> Names(TableBlock table, int at)
    {
        var row = table.Rows[at];
        var above = at == 0 ? null : table.Rows[at - 1];
        var isHeaderAbove =
            above is not null && above.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= FilledCellsOfHeader;
        for (var i = 0; i < Math.Max(row.Cells.Count, above?.Cells.Count ?? 0); i++)
        {
            var isBelow = isHeaderAbove || row.IsMerged(i);
            yield return isBelow && string.IsNullOrWhiteSpace(row.Cell(i)) ? above?.Cell(i) ?? "" : row.Cell(i);
        }
    }

    /// <summary>True if a column holds names of people or numbers of identity.</summary>
    public static bool HasPeople(TableBlock table, int at) =>
        Names(table, at).Any(name => PeopleHeaders.IsName(name) || PeopleHeaders.IsDocument(name));

    /// <summary>The columns of names of people and numbers of identity.</summary>
    /// <param name="column">The column of sex.</param>
    public static List<int> Identities(TableBlock table, int at, int column) =>
        Names(table, at)
            .Index()
            .Where(name =>
                name.Index != column && (PeopleHeaders.IsName(name.Item) || PeopleHeaders.IsDocument(name.Item))
            )
            .Select(name => name.Index)
            .ToList();

    /// <summary>True for a row of a form that has no name and no number of identity.</summary>
    /// <param name="identities">See <see cref="Identities"/>.</param>
    public static bool HasNobody(TableRow row, List<int> identities) =>
        identities.Count > 0
        && identities.TrueForAll(place => string.IsNullOrWhiteSpace(row.Cell(place)) && !row.IsMerged(place));

    /// <summary>False for a row of figures of something called gender, as a course may be.</summary>
    public static bool IsHeader(TableBlock table, int at) =>
        !table.Rows[at].Cells.Any(cell => Figures.Whole(cell) is not null) || HasPeople(table, at);

    private static bool HasSexes(TableBlock table, int at, int column, Func<string, Sex?> sexOf, bool most = false)
    {
        var cells = table
            .Range(at + 1, at + 1 + MaxRowsToSex)
            .Select(row => row.Cell(column))
            .Where(cell => !string.IsNullOrWhiteSpace(cell))
            .ToList();
        var known = cells.Count(cell => sexOf(cell) is not null);
        return known > 0 && (!most || known * 5 >= cells.Count * 4);
    }

    private static int? Column(TableRow row, Func<string, bool> isHeader) => Column(row, (cell, _) => isHeader(cell));

    private static int? Column(TableRow row, Func<string, int, bool> isHeader)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (isHeader(row.Cells[i], i))
            {
                return i;
            }
        }

        return null;
    }
}
