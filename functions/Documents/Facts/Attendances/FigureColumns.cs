using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>
/// A column of women and one of men, which hold figures or crosses, perhaps with a column of totals and columns of other
/// people.
/// </summary>
internal sealed class FigureColumns
{
    /// <summary>Two rows may add up to a third by chance up to this sum.</summary>
    private const int MaxOfRow = 5;
    private const int MaxRowsToFigure = 5;

    private readonly List<(int Women, int Men)> pairs;
    private readonly int? total;
    private readonly List<int> neither;

    /// <summary>True if the header speaks of shares: a cell counts if it has the number too, as in 12 (40 %).</summary>
    private readonly bool areShares;

    private FigureColumns(List<(int Women, int Men)> pairs, int? total, List<int> neither, bool shares)
    {
        this.pairs = pairs;
        areShares = shares;
        this.total = total;
        this.neither = neither;
    }

    /// <summary>The columns if the row is the header of such a table.</summary>
    public static FigureColumns? In(TableBlock table, int at)
    {
        var row = table.Rows[at];
        var columns = new List<(int Column, Sex Sex)>();
        int? sum = null;
        var others = new List<int>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            if (Figures.Whole(cell) is not null && !IsSecondOfHeader(table, at))
            {
                return null;
            }

            if (SexWords.OfCountHeader(cell) is { } sex && sex != Sex.E)
            {
                columns.Add((i, sex));
            }
            else if (FigureRows.IsTotal(cell))
            {
                sum ??= i;
            }
            else if (SexWords.IsNeither(cell))
            {
                others.Add(i);
            }
        }

        if (columns.Count == 0)
        {
            columns.AddRange(
                from column in Enumerable.Range(0, row.Cells.Count)
                let sex = SexWords.OfNounHeader(row.Cells[column])
                where sex is not null
                select (column, sex.Value)
            );
        }

        var counts = columns.FindAll(item => !IsOfShares(row.Cells[item.Column]));
        var isOfShares = counts.Count == 0;
        // The second of two columns of one sex is the one of its shares.
        var kept = isOfShares ? columns : counts;
        columns = kept.Where((item, i) => i == 0 || kept[i - 1].Sex != item.Sex).ToList();
        var found = new List<(int Women, int Men)>();
        for (var i = 0; i + 1 < columns.Count; i++)
        {
            if (Pair(columns[i], columns[i + 1]) is { } pair)
            {
                found.Add(pair);
                i++;
            }
        }

        if (found.Count == 0 || AreTitles(table, at, found))
        {
            return null;
        }

        var whole = found.Count == 1 ? sum : null;
        var figures = new FigureColumns(found, whole, others, isOfShares);
        return LetterColumns.AreOfPeople(table, at, found, whole, figures.Value) ? figures : null;
    }

    /// <summary>True for %, MUJERES (%), PORCENTAJE; false for MUJERES N (%).</summary>
    public static bool IsOfShares(string header)
    {
        var words = Tokens.Words(ReadableText.Fold(header.Length > 60 ? "" : header)).ToList();
        return (header.Contains('%', StringComparison.Ordinal) || words.Contains("PORCENTAJE"))
            && !words.Exists(word => word is "N" or "Nº" or "NRO" or "NUMERO" or "CANTIDAD");
    }

    /// <summary>True if the rows below hold figures or crosses: below a row of people is another person.</summary>
    public static bool IsHeader(TableBlock table, int at) =>
        In(table, at) is { } columns
        && table
            .Range(at + 1, at + 1 + MaxRowsToFigure)
            .Any(row =>
                columns.pairs.Exists(pair =>
                    columns.Value(row, pair.Women) is not null || columns.Value(row, pair.Men) is not null
                )
            );

    /// <summary>The counts in the rows between header and end.</summary>
    public IEnumerable<Attendance> Count(TableBlock table, int header, int end) =>
        pairs.Select(pair => Count(table, header, end, pair)).OfType<Attendance>();

    /// <summary>True if each stands above the columns of a list of its own: Mujeres, and below it N° and Nombres.</summary>
    private static bool AreTitles(TableBlock table, int at, List<(int Women, int Men)> pairs) =>
        at + 1 < table.Rows.Count
        && pairs.Exists(pair =>
            IsListColumn(table.Rows[at + 1].Cell(pair.Women)) && IsListColumn(table.Rows[at + 1].Cell(pair.Men))
        );

    /// <summary>True for the lower row of the header of a list, which may name a column by a number, such as that of a law.</summary>
    private static bool IsSecondOfHeader(TableBlock table, int at) =>
        at > 0
        && table.Rows[at - 1].Cells.Any(SexWords.IsSexName)
        && ListHeader.Identities(table, at - 1, -1) is { Count: > 0 } identities
        && identities.TrueForAll(place => string.IsNullOrWhiteSpace(table.Rows[at].Cell(place)));

    private static bool IsListColumn(string cell) =>
        PeopleHeaders.IsOrdinal(cell) || PeopleHeaders.IsName(cell) || PeopleHeaders.IsDocument(cell);

    private static (int Women, int Men)? Pair((int Column, Sex Sex) left, (int Column, Sex Sex) right) =>
        (left.Sex, right.Sex) switch
        {
            (Sex.Woman, Sex.Man) or (Sex.Woman, Sex.M) or (Sex.M, Sex.Man) => (left.Column, right.Column),
            (Sex.Man, Sex.Woman) or (Sex.M, Sex.Woman) or (Sex.Man, Sex.M) => (right.Column, left.Column),
            _ => null,
        };

    private Attendance? Count(TableBlock table, int header, int end, (int Women, int Men) pair)
    {
        var (women, men, unread, others, sum, rows, crosses) = (0L, 0L, 0L, 0L, 0L, 0, false);
        (long Women, long Men, long? Total, TableRow Row)? given = null;
        var names = ListHeader.Names(table, header).ToList();
        var (repeated, numbers) = (new RepeatedPeople(names), new RunningNumbers(names));
        var identities = ListHeader.Identities(table, header, -1);
        for (var i = header + 1; i < end; i++)
        {
            var row = table.Rows[i];
            var (woman, man) = (Value(row, pair.Women), Value(row, pair.Men));
            if ((woman is null && man is null) || FigureRows.IsSubtotal(row) || Measures.IsRow(row))
            {
                numbers.TakeOrSkip(row, ListHeader.HasNobody(row, identities));
                continue;
            }

            if (IsCross(row, pair.Women) && IsCross(row, pair.Men))
            {
                // One person, of a sex that cannot be told.
                (woman, man, unread) = (0, 0, unread + 1);
            }

            var whole = total is { } column ? Value(row, column) : null;
            var other = neither.Sum(index => Value(row, index) ?? 0);
            // Under a name of its own, or one that was recognised badly.
            var isSum =
                woman is not null
                && man is not null
                && (
                    crosses
                        ? !IsCross(row, pair.Women) && !IsCross(row, pair.Men)
                        : rows > 1 && women + men > MaxOfRow && woman == women && man == men
                );
            if (isSum || FigureRows.IsTotalsRow(row))
            {
                others = other;
                given = (woman ?? 0, man ?? 0, whole, row);
                break;
            }

            (women, men, others, rows) = (women + (woman ?? 0), men + (man ?? 0), others + other, rows + 1);
            sum += whole ?? (woman ?? 0) + (man ?? 0);
            crosses |= IsCross(row, pair.Women) || IsCross(row, pair.Men);
            numbers.Take(row);
            repeated.Add(row);
        }

        if (
            (given is null && rows == 0)
            || (
                Measures.AreHundred(given?.Women ?? women, given?.Men ?? men)
                && Measures.AreTitledShares(table, header, end)
            )
        )
        {
            return null;
        }

        var (place, everyone) = (
            given?.Row ?? table.Rows[header],
            given?.Total ?? (given is null && total is not null ? sum : null)
        );
        var doubts = new List<string>();
        if (given is { } totals)
        {
            if (rows > 0 && (totals.Women != women || totals.Men != men))
            {
                doubts.Add(DoubtCode.TotalDiffers);
            }

            (women, men) = (totals.Women, totals.Men);
        }

        if (unread > 0)
        {
            doubts.Add(DoubtCode.SexUnread);
        }

        if (crosses && numbers.Expected > rows)
        {
            doubts.Add(DoubtCode.RowsLost);
        }

        // A column headed "Otros" may count things other than people: the total may be with or without it.
        if (everyone is { } all && all != women + men + unread && all != women + men + unread + others)
        {
            doubts.Add(DoubtCode.SumDiffers);
        }

        if (crosses && repeated.Count > 0)
        {
            doubts.Add(DoubtCode.PersonRepeated);
        }

        return new Attendance(
            women,
            men,
            everyone ?? women + men + unread,
            crosses ? AttendanceSource.List : AttendanceSource.Table,
            FigureRows.Raw(place),
            place.Where,
            doubts.ToValueList()
        )
        {
            Repeated = crosses ? repeated.Count : 0,
        };
    }

    private long? Value(TableRow row, int column) =>
        column >= row.Cells.Count ? null
        : IsCross(row, column) ? 1
        : areShares ? Figures.BesidePercent(row.Cells[column])
        : Figures.InCell(row.Cells[column]);

    private static bool IsCross(TableRow row, int column) =>
        column < row.Cells.Count
        && row.Cells[column].Trim()
            is "x"
                or "X"
                or "Xx"
                or "XX"
                or "✓"
                or "✔"
                or "√"
                or "☒"
                or "•"
                or "●"
                or "Sí"
                or "SÍ"
                or "Si"
                or "SI"
                or "(x)"
                or "(X)";
}
