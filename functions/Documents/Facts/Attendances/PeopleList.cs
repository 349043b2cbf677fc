using System.Globalization;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>A list of people with a sex column.</summary>
/// <param name="header">Position of the header row in the table.</param>
/// <param name="end">Position after the last row of the list.</param>
/// <param name="column">The sex column.</param>
internal sealed class PeopleList(TableBlock table, int header, int end, int column)
{
    private readonly Dictionary<Sex, long> counts = [];
    private long total;
    private long unread;
    private long ordinals;
    private long numbered;
    private long ordinalBefore;
    private long ordinalsOfParts;
    private long neither;
    private readonly ListTotals totals = new();
    private readonly UnknownSexAnswers unknownSexes = new();

    /// <param name="legend">The meaning of M in the document, if it states one.</param>
    /// <param name="drawn">True if the table was found in lines of text.</param>
    public Attendance? Count(Sex? legend, bool drawn)
    {
        Walk();
        var read = counts.Values.Sum();
        // Rows without a sex: in a drawn table they are wrapped lines and signatures, unless they are numbered.
        var isNumbered = ordinals * 2 > total;
        var counted = isNumbered || drawn ? numbered : unread;
        if (read == 0 && (counted == 0 || !unknownSexes.AreAnswers(table.Rows[header], column, isNumbered)))
        {
            return null;
        }

        var heading = table.Rows[header].Cells[column];
        var m = counts.GetValueOrDefault(Sex.M);
        var meaning = m == 0 ? Sex.Man : MeaningOfM(heading) ?? legend;
        var women =
            counts.GetValueOrDefault(Sex.Woman) + counts.GetValueOrDefault(Sex.E) + (meaning == Sex.Woman ? m : 0);
        var men = counts.GetValueOrDefault(Sex.Man) + (meaning == Sex.Man ? m : 0);
        var everyone = read + neither + counted;
        var isTold = read > 0 && meaning is not null;
        return new Attendance(
            isTold ? women : null,
            isTold ? men : null,
            everyone,
            AttendanceSource.List,
            FigureRows.Raw(table.Rows[header]),
            table.Rows[header].Where,
            Doubts(meaning, counted, everyone).ToValueList()
        )
        {
            Unread = counted > 0 ? unknownSexes.Names : [],
        };
    }

    private void Walk()
    {
        for (var i = header + 1; i < end; i++)
        {
            var row = table.Rows[i];
            if (row.Cells.Equals(table.Rows[header].Cells))
            {
                continue;
            }

            if (FigureRows.IsTotalsRow(row))
            {
                totals.Add(row, total, unread);
                continue;
            }

            var value = column < row.Cells.Count ? row.Cells[column] : "";
            var sex = SexWords.OfCell(value);
            var isNeither = sex is null && SexWords.IsNeither(value);
            var ordinal = Ordinal(row);
            var filled = row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
            // Below the totals come signatures, or the people of the next session.
            if (totals.IsLast(total) && (filled < 2 || (sex is null && !isNeither)))
            {
                continue;
            }

            if (sex is null && filled < 2)
            {
                continue;
            }

            total++;
            if (sex is { } known)
            {
                counts[known] = counts.GetValueOrDefault(known) + 1;
            }
            else if (isNeither)
            {
                neither++;
            }
            else
            {
                unread++;
                unknownSexes.Add(value);
                numbered += ordinal is null ? 0 : 1;
            }

            Number(ordinal);
        }
    }

    /// <summary>Adds up the last number of each part of the list: a second workshop counts from 1 again.</summary>
    private void Number(int? ordinal)
    {
        if (ordinal is not { } number)
        {
            return;
        }

        ordinals++;
        if (number <= ordinalBefore)
        {
            ordinalsOfParts += ordinalBefore;
        }

        ordinalBefore = number;
    }

    private IEnumerable<string> Doubts(Sex? meaning, long counted, long everyone)
    {
        if (meaning is null)
        {
            yield return DoubtCode.SexAmbiguous;
        }

        if (counted > 0)
        {
            yield return DoubtCode.SexUnread;
        }

        if (ordinals * 2 > total && ordinalsOfParts + ordinalBefore > everyone)
        {
            yield return DoubtCode.RowsLost;
        }

        if (totals.Differ(everyone))
        {
            yield return DoubtCode.TotalDiffers;
        }
    }

    private Sex? MeaningOfM(string heading)
    {
        var (woman, man) = (counts.ContainsKey(Sex.Woman) || counts.ContainsKey(Sex.E), counts.ContainsKey(Sex.Man));
        return (woman, man) switch
        {
            (true, false) => Sex.Man,
            (false, true) => Sex.Woman,
            // The column has all three letters, or only M.
            _ => SexWords.MeaningOfM(heading),
        };
    }

    private static int? Ordinal(TableRow row)
    {
        foreach (var cell in row.Cells.Take(2))
        {
            var text = cell.Trim().TrimEnd('.', ')', '-', '|');
            if (
                text.Length is > 0 and <= 4
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                return number;
            }

            if (text.Length > 0)
            {
                return null;
            }
        }

        return null;
    }
}
