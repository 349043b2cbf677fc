using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Figures one below the other: a row of women, one of men, and perhaps one of the total.</summary>
internal static class FigureRows
{
    private const int MaxCells = 12;

    /// <summary>The figures from a row on, and the row after them.</summary>
    public static (Attendance Found, int Next)? At(TableBlock table, int at)
    {
        if (
            at + 1 >= table.Rows.Count
            || Figure(table, at, at) is not { Sex: { } first } upper
            || Figure(table, at + 1, at) is not { Sex: { } second } lower
            || Women(first, second) is not { } womenFirst
        )
        {
            return null;
        }

        var (women, men) = womenFirst ? (upper.Value, lower.Value) : (lower.Value, upper.Value);
        var next = at + 2;
        long? total = null;
        if (next < table.Rows.Count && IsTotalsRow(table.Rows[next]) && Figure(table, next, at) is { } sum)
        {
            total = sum.Value;
            next++;
        }

        var isShareOf =
            total is null
            && next < table.Rows.Count
            && IsTotalsRow(table.Rows[next])
            && table.Rows[next].Cells.Any(IsShare);
        if (Measures.AreHundred(women, men) && (isShareOf || Measures.AreTitledShares(table, at, next)))
        {
            return null;
        }

        var isOfLetters = LetterColumns.Letter(Label(table.Rows[at])) is not null;
        if (isOfLetters && !AreOfPeople(table, at, next, total == women + men))
        {
            return null;
        }

        ValueList<string> doubts = total is { } all && all != women + men ? [DoubtCode.SumDiffers] : [];
        var raw = ReadableText.Raw($"{Raw(table.Rows[at])} · {Raw(table.Rows[at + 1])}");
        return (
            new Attendance(women, men, total ?? women + men, AttendanceSource.Table, raw, table.Rows[at].Where, doubts),
            next
        );
    }

    /// <summary>Letters stand for people below a header that names sexes, or above their sum; not among other letters.</summary>
    private static bool AreOfPeople(TableBlock table, int at, int next, bool isSum)
    {
        var above = at > 0 ? table.Rows[at - 1] : null;
        var below = next < table.Rows.Count ? table.Rows[next] : null;
        return (above is null || LetterColumns.Letter(Label(above)) is null)
            && (below is null || LetterColumns.Letter(Label(below)) is null)
            && (isSum || above?.Cells.Any(SexWords.IsSexName) == true);
    }

    private static string Label(TableRow row) =>
        row.Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) ?? "";

    public static bool IsTotalsRow(TableRow row) =>
        row.Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) is { } first && IsTotal(first);

    public static bool IsSubtotal(TableRow row) =>
        row.Cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) is { } first
        && ReadableText.Fold(first.TrimStart()) is var folded
        && (
            folded.StartsWith("SUBTOTAL", StringComparison.Ordinal)
            || folded.StartsWith("SUB TOTAL", StringComparison.Ordinal)
            || folded.StartsWith("SUB-TOTAL", StringComparison.Ordinal)
        );

    /// <summary>True for TOTAL, TOTAL GENERAL, TOTALES and the like.</summary>
    public static bool IsTotal(string cell)
    {
        var folded = ReadableText.Fold(cell.Length > 40 ? cell[..40] : cell).Trim();
        return folded.StartsWith("TOTAL", StringComparison.Ordinal)
            || folded.StartsWith("N° TOTAL", StringComparison.Ordinal)
            || folded.StartsWith("SUMA TOTAL", StringComparison.Ordinal);
    }

    public static string Raw(TableRow row) =>
        ReadableText.Raw(string.Join(" | ", row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Take(MaxCells)));

    /// <summary>The first whole number of a row that begins with a word for one sex, or with TOTAL. Shares are passed over.</summary>
    /// <param name="first">The first of the rows, below the header.</param>
    private static (Sex? Sex, long Value)? Figure(TableBlock table, int at, int first)
    {
        var header = first > 0 ? table.Rows[first - 1].Cells : [];
        string? label = null;
        for (var i = 0; i < Math.Min(table.Rows[at].Cells.Count, MaxCells); i++)
        {
            var cell = table.Rows[at].Cells[i];
            if (
                string.IsNullOrWhiteSpace(cell)
                || (label is not null && (IsShare(cell) || (i < header.Count && FigureColumns.IsOfShares(header[i]))))
            )
            {
                continue;
            }

            if (label is not null)
            {
                return
                    Figures.InCell(cell) is { } value && (IsTotal(label) || SexWords.OfCountHeader(label) is not null)
                    ? (SexWords.OfCountHeader(label), value)
                    : null;
            }

            label = cell;
        }

        return null;
    }

    private static bool IsShare(string cell) => cell.AsSpan().Trim() is [.., '%'] && Figures.InCell(cell) is null;

    private static bool? Women(Sex first, Sex second) =>
        (first, second) switch
        {
            (Sex.Woman, Sex.Man) or (Sex.Woman, Sex.M) or (Sex.M, Sex.Man) => true,
            (Sex.Man, Sex.Woman) or (Sex.M, Sex.Woman) or (Sex.Man, Sex.M) => false,
            _ => null,
        };
}
