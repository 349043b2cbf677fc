namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds the lists and the tables of figures in a table.</summary>
internal static class TableAttendance
{
    private const int MaxColumns = 500;

    /// <param name="legend">The meanings that the document gives to letters and numbers.</param>
    public static IEnumerable<Attendance> Of(TableBlock table, SexLegend legend)
    {
        var at = 0;
        while (at < table.Rows.Count)
        {
            var row = table.Rows[at];
            if (row.Cells.Count > MaxColumns)
            {
                at++;
            }
            else if (FigureColumns.In(table, at) is { } figures)
            {
                var end = NextHeader(table, at + 1);
                foreach (var found in figures.Count(table, at, end))
                {
                    yield return found;
                }

                at = end;
            }
            else if (ListHeader.SexColumn(table, at) is { } column && !CrossColumnsBelow(table, at))
            {
                var end = NextHeader(table, at + 1, column);
                foreach (var found in SideBySide.Of(table, at, end, column).SelectMany(list => Count(list, legend)))
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
        var identities = column is null ? [] : ListHeader.Identities(table, from - 1, column.Value);
        var at = from;
        while (at < table.Rows.Count)
        {
            var row = table.Rows[at];
            if (row.Cells.Count <= MaxColumns && !row.Cells.Equals(header) && Begins(table, at, column, identities))
            {
                break;
            }

            at++;
        }

        return at;
    }

    private static bool Begins(TableBlock table, int at, int? column, List<int> identities)
    {
        var row = table.Rows[at];
        var isOfSex = column is { } place && SexWords.OfCell(row.Cell(place)) is not null;
        // Below a list of people, women and men may be summed up in its column of sex.
        var isSum = identities.Count > 0 && identities.TrueForAll(index => string.IsNullOrWhiteSpace(row.Cell(index)));
        return (column is null ? FigureColumns.In(table, at) is not null : FigureColumns.IsHeader(table, at))
            || (!isOfSex && ListHeader.SexColumn(table, at) is not null && ListHeader.IsHeader(table, at))
            || ((!isOfSex || isSum) && FigureRows.At(table, at) is not null);
    }

    private static IEnumerable<Attendance> Count(ListRows list, SexLegend legend)
    {
        var figures = new LongFigures(list.Table, list.Header, list.End, list.Column);
        var counts = figures.Count(legend);
        return counts.Count > 0 ? counts
            : new PeopleList(list).Count(legend) is { } people ? [people]
            : [];
    }

    /// <summary>True if M and F stand as columns below a merged SEXO.</summary>
    private static bool CrossColumnsBelow(TableBlock table, int at) =>
        at + 1 < table.Rows.Count && FigureColumns.IsHeader(table, at + 1);
}
