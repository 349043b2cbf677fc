namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds the lists and the tables of figures in a table.</summary>
internal static class TableAttendance
{
    private const int MaxColumns = 500;

    /// <param name="legend">The meaning of M in the document, if it states one.</param>
    /// <param name="drawn">True for a table found in lines of text, where other lines may have got in.</param>
    public static IEnumerable<Attendance> Of(TableBlock table, Sex? legend, bool drawn)
    {
        var at = 0;
        while (at < table.Rows.Count)
        {
            var row = table.Rows[at];
            if (row.Cells.Count > MaxColumns)
            {
                at++;
            }
            else if (FigureColumns.In(row) is { } figures)
            {
                var end = NextHeader(table, at + 1);
                foreach (var found in figures.Count(table, at, end))
                {
                    yield return found;
                }

                at = end;
            }
            else if (SexColumn(row) is { } column && !CrossColumnsBelow(table, at))
            {
                var end = NextHeader(table, at + 1, column);
                if (new PeopleList(table, at, end, column).Count(legend, drawn) is { } found)
                {
                    yield return found;
                }

                at = end;
            }
            else if (FigureRows.At(table, at) is var (stacked, next))
            {
                yield return stacked;
                at = next;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>Position of the next row that is another header or begins stacked figures, or the end.</summary>
    /// <param name="column">The sex column of the current list: a row with a sex there is a person.</param>
    private static int NextHeader(TableBlock table, int from, int? column = null)
    {
        var header = table.Rows[from - 1].Cells;
        var at = from;
        while (at < table.Rows.Count)
        {
            var row = table.Rows[at];
            var repeated = row.Cells.Equals(header);
            if (
                row.Cells.Count <= MaxColumns
                && !repeated
                && (
                    (column is null ? FigureColumns.In(row) is not null : FigureColumns.IsHeader(table, at))
                    || (SexColumn(row) is not null && !IsPerson(row, column))
                    || FigureRows.At(table, at) is not null
                )
            )
            {
                break;
            }

            at++;
        }

        return at;
    }

    private static bool IsPerson(TableRow row, int? column) =>
        column is { } place && place < row.Cells.Count && SexWords.OfCell(row.Cells[place]) is not null;

    private static int? SexColumn(TableRow row) =>
        Column(row, SexWords.IsSexHeader) ?? Column(row, SexWords.IsIdentityHeader);

    private static int? Column(TableRow row, Func<string, bool> isHeader)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (isHeader(row.Cells[i]))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>True if M and F stand as columns below a merged SEXO.</summary>
    private static bool CrossColumnsBelow(TableBlock table, int at) =>
        at + 1 < table.Rows.Count && FigureColumns.IsHeader(table, at + 1);
}
