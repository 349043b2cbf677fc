using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>A column that counts the people of the sex in its row. Totals and subtotals are not added.</summary>
internal sealed class LongColumn(TableBlock table, int header, int end, int column, int place)
{
    private readonly SexTally tally = new();
    private readonly List<long> totals = [];
    private long neither;
    private long unread;

    // People since the last row without a sex, and its figure as long as it may be the sum of the rows below.
    private long group;
    private long pending;

    public Attendance Count(SexLegend legend)
    {
        var heading = table.Rows[header].Cells[column];
        var codes = SexCodes.InHeader(heading) ?? legend.Codes;
        var carried = "";
        for (var i = header + 1; i < end; i++)
        {
            var row = table.Rows[i];
            carried = row.IsMerged(column) ? carried : row.Cell(column);
            if (Figures.InCell(row.Cell(place)) is { } value)
            {
                Add(row, carried, value, codes);
            }
        }

        Resolve();
        var told = tally.Told(heading, legend.M);
        var everyone = tally.Count + neither + unread;
        (bool Holds, string Code)[] doubts =
        [
            (told is null, DoubtCode.SexAmbiguous),
            (unread > 0, DoubtCode.SexUnread),
            (
                totals.Count > 0 && !totals.Contains(everyone) && totals[^1] > everyone - tally.Count,
                DoubtCode.TotalDiffers
            ),
        ];
        return new Attendance(
            told?.Women,
            told?.Men,
            everyone,
            AttendanceSource.Table,
            FigureRows.Raw(table.Rows[header]),
            table.Rows[header].Where,
            doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Code).ToValueList()
        );
    }

    private void Add(TableRow row, string value, long people, SexCodes? codes)
    {
        var (sex, isNeither) = SexCodes.Read(value, codes);
        var isTotal = FigureRows.IsTotalsRow(row) || FigureRows.IsSubtotal(row);
        if (sex is { } known && !isTotal)
        {
            tally.Add(known, people);
            group += people;
        }
        else if (isNeither && !isTotal)
        {
            neither += people;
            group += people;
        }
        else if (sex is null)
        {
            if (FigureRows.IsTotalsRow(row))
            {
                totals.Add(people);
            }

            Subtotal(people, isTotal || IsAll(value) || row.Cells.Any(IsSum));
        }
    }

    /// <summary>A figure without a sex: the sum of the rows above or below it, or people of an unknown sex.</summary>
    private void Subtotal(long people, bool isTotal)
    {
        Resolve();
        pending = isTotal || people == group ? 0 : people;
        group = 0;
    }

    private void Resolve()
    {
        unread += pending == group ? 0 : pending;
        pending = 0;
    }

    private static bool IsAll(string value) =>
        ReadableText.Fold(value).Trim()
            is "TODOS"
                or "TODAS"
                or "AMBOS"
                or "AMBOS SEXOS"
                or "TODOS LOS SEXOS"
                or "GENERAL";

    /// <summary>True for a cell with the word total: Curso A total.</summary>
    private static bool IsSum(string cell) =>
        cell.Length <= SexWords.MaxHeader
        && Tokens.Words(ReadableText.Fold(cell)).Any(word => word is "TOTAL" or "SUBTOTAL" or "TOTALES");
}
