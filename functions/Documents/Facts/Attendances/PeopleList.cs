namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>A list of people with a sex column.</summary>
internal sealed class PeopleList
{
    private const int MaxRowsOfLegend = 3;

    private readonly ListRows list;
    private readonly TableRow header;
    private readonly string heading;
    private readonly List<int> identities;
    private readonly RepeatedPeople repeated;
    private readonly bool hasPersonal;

    // Of a list of names and sexes, a row without a sex has one cell.
    private readonly int leastFilled;
    private readonly RunningNumbers numbers;
    private readonly SexTally tally = new();
    private readonly ListTotals totals = new();
    private readonly UnknownSexAnswers unknownSexes = new();
    private long total;
    private long unread;
    private long numbered;
    private long neither;

    public PeopleList(ListRows list)
    {
        this.list = list;
        header = list.Table.Rows[list.Header];
        heading = header.Cells[list.Column];
        var names = ListHeader.Names(list.Table, list.Header).ToList();
        numbers = new RunningNumbers(names);
        identities = ListHeader.Identities(list.Table, list.Header, list.Column);
        repeated = new RepeatedPeople(names);
        hasPersonal = names.Exists(PeopleHeaders.IsPersonal);
        leastFilled = identities.Count > 0 ? Math.Min(2, header.Cells.Count(cell => !IsBlank(cell)) - 1) : 2;
    }

    /// <param name="legend">The meanings that the document gives to letters and numbers.</param>
    public Attendance? Count(SexLegend legend)
    {
        Walk(SexCodes.InHeader(heading) ?? legend.Codes);
        var read = tally.Count;
        var isNumbered = numbers.Count * 2 > total;
        var counted = isNumbered ? numbered : unread;
        var isUnknown = read == 0 || unknownSexes.Count > read;
        if (
            (read == 0 && counted == 0)
            || (isUnknown && !unknownSexes.AreAnswers(header, list.Column, isNumbered))
            || (identities.Count == 0 && AreNoPeople())
        )
        {
            return null;
        }

        var told = tally.Told(heading, legend.M);
        var everyone = read + neither + counted;
        return new Attendance(
            read > 0 ? told?.Women : null,
            read > 0 ? told?.Men : null,
            everyone,
            AttendanceSource.List,
            FigureRows.Raw(header),
            header.Where,
            Doubts(told is null, counted, everyone).ToValueList()
        )
        {
            Unread = counted > 0 ? unknownSexes.Names : [],
            Repeated = repeated.Count,
        };
    }

    /// <summary>True if the rows explain the words for the sexes, or give shares or averages of them.</summary>
    private bool AreNoPeople() =>
        (
            !hasPersonal
            && total <= MaxRowsOfLegend
            && tally.IsOneOfEach
            && list.Table.Range(list.Header + 1, list.End).All(IsOfLegend)
        ) || new LongFigures(list.Table, list.Header, list.End, list.Column).HasMeasures();

    /// <summary>True for a row of words for sexes and numbers alone.</summary>
    private static bool IsOfLegend(TableRow row) =>
        row.Cells.All(cell =>
            IsBlank(cell) || SexCodes.Code(cell.Trim()) is not null || SexWords.OfCell(cell) is not null
        );

    private void Walk(SexCodes? codes)
    {
        var carried = "";
        for (var i = list.Header + 1; i < list.End; i++)
        {
            var row = list.Table.Rows[i];
            if (row.Cells.Equals(header.Cells))
            {
                continue;
            }

            if (FigureRows.IsTotalsRow(row))
            {
                totals.Add(row, total, unread);
                continue;
            }

            carried = row.IsMerged(list.Column) ? carried : row.Cell(list.Column);
            // A person who takes several rows has the name merged down them.
            if (identities.Count == 0 || !identities.TrueForAll(row.IsMerged))
            {
                Add(row, carried, codes);
            }
        }
    }

    private void Add(TableRow row, string value, SexCodes? codes)
    {
        var (sex, isNeither) = SexCodes.Read(value, codes);
        var isTold = sex is not null || isNeither;
        var filled = row.Cells.Count(cell => !IsBlank(cell)) + (row.IsMerged(list.Column) && !IsBlank(value) ? 1 : 0);
        var isEmpty = !isTold && (filled < leastFilled || ListHeader.HasNobody(row, identities));
        // Below the totals come signatures, or the people of the next session.
        if (isEmpty || (totals.IsLast(total) && (filled < 2 || !isTold)))
        {
            numbers.Skip(row);
            return;
        }

        total++;
        var isNumbered = numbers.Take(row);
        if (sex is { } known)
        {
            tally.Add(known, 1);
        }
        else if (isNeither)
        {
            neither++;
        }
        else
        {
            unread++;
            unknownSexes.Add(value);
            numbered += isNumbered ? 1 : 0;
        }

        repeated.Add(row);
    }

    private IEnumerable<string> Doubts(bool isAmbiguous, long counted, long everyone)
    {
        if (isAmbiguous)
        {
            yield return DoubtCode.SexAmbiguous;
        }

        if (counted > 0)
        {
            yield return DoubtCode.SexUnread;
        }

        if (numbers.Count * 2 > total && numbers.Expected > everyone)
        {
            yield return DoubtCode.RowsLost;
        }

        if (totals.Differ(everyone))
        {
            yield return DoubtCode.TotalDiffers;
        }

        if (repeated.Count > 0)
        {
            yield return DoubtCode.PersonRepeated;
        }
    }

    /// <summary>True for an empty cell, and for the lines and dots that fill one.</summary>
    private static bool IsBlank(string cell) => cell.AsSpan().Trim(" \t\n-_.–—/…").IsEmpty;
}
