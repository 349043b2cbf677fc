using System.Globalization;

namespace Avance.Functions.Documents.Facts.Dates;

/// <summary>Reads one date at a position of a folded text.</summary>
internal static class DateScanner
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    /// <summary>In full, shortened, and as the headers of mails have them in English.</summary>
    private static readonly string[][] Months =
    [
        ["ENERO", "ENE", "JAN"],
        ["FEBRERO", "FEB"],
        ["MARZO", "MAR"],
        ["ABRIL", "ABR", "APR"],
        ["MAYO", "MAY"],
        ["JUNIO", "JUN"],
        ["JULIO", "JUL"],
        ["AGOSTO", "AGO", "AUG"],
        ["SETIEMBRE", "SEPTIEMBRE", "SET", "SEP", "SEPT"],
        ["OCTUBRE", "OCT"],
        ["NOVIEMBRE", "NOV"],
        ["DICIEMBRE", "DIC", "DEC"],
    ];

    public static (DateOnly Date, int End, string? Doubt)? At(ReadOnlySpan<char> folded, int start)
    {
        var at = start;
        if (Number(folded, ref at) is not { } first)
        {
            return null;
        }

        var digits = at - start;
        return digits == 4 ? YearFirst(folded, at, first)
            : digits > 2 ? null
            : InFigures(folded, at, first) ?? InWords(folded, at, first);
    }

    private static (DateOnly Date, int End, string? Doubt)? YearFirst(ReadOnlySpan<char> folded, int at, int year)
    {
        if (Mark(folded, ref at) is not { } mark || mark == '.' || TwoDigits(folded, ref at) is not { } month)
        {
            return null;
        }

        return Mark(folded, ref at) == mark && TwoDigits(folded, ref at) is { } day && !GoesOn(folded, at)
            ? Valid(year, month, day, at, null)
            : null;
    }

    private static (DateOnly Date, int End, string? Doubt)? InFigures(ReadOnlySpan<char> folded, int at, int first)
    {
        if (
            Mark(folded, ref at) is not { } mark
            || Number(folded, ref at) is not { } second
            || Mark(folded, ref at) != mark
        )
        {
            return null;
        }

        var begin = at;
        if (Number(folded, ref at) is not { } year || at - begin is not (2 or 4) || GoesOn(folded, at))
        {
            return null;
        }

        var doubt = at - begin == 2 ? DoubtCode.YearOfTwoDigits : null;
        year += at - begin == 2 ? 2000 : 0;
        return Valid(year, second, first, at, doubt) ?? Valid(year, first, second, at, DoubtCode.MonthFirst);
    }

    private static (DateOnly Date, int End, string? Doubt)? InWords(ReadOnlySpan<char> folded, int at, int day)
    {
        // 1° de mayo, 1ro de mayo
        Skip(folded, ref at, "°");
        Skip(folded, ref at, "º");
        Skip(folded, ref at, "RO");
        SkipBlanks(folded, ref at);
        SkipWord(folded, ref at, "DE");
        var month = Month(folded, ref at);
        if (month == 0)
        {
            return null;
        }

        // 27 dic. 2023
        Skip(folded, ref at, ".");
        Skip(folded, ref at, ",");
        SkipBlanks(folded, ref at);
        if (!SkipWord(folded, ref at, "DEL"))
        {
            SkipWord(folded, ref at, "DE");
        }

        SkipWord(folded, ref at, "AÑO");
        SkipWord(folded, ref at, "ANO");
        var begin = at;
        return Number(folded, ref at) is { } year && at - begin == 4 && !char.IsLetterOrDigit(Peek(folded, at))
            ? Valid(year, month, day, at, null)
            : null;
    }

    private static (DateOnly Date, int End, string? Doubt)? Valid(
        int year,
        int month,
        int day,
        int end,
        string? doubt
    ) =>
        year is >= FirstYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), end, doubt)
            : null;

    private static int Month(ReadOnlySpan<char> folded, ref int at)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            foreach (var word in Months[i])
            {
                if (SkipWord(folded, ref at, word))
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }

    private static int? Number(ReadOnlySpan<char> folded, ref int at)
    {
        var begin = at;
        while (at < folded.Length && at - begin < 5 && char.IsAsciiDigit(folded[at]))
        {
            at++;
        }

        return at - begin is >= 1 and <= 4 ? int.Parse(folded[begin..at], CultureInfo.InvariantCulture) : null;
    }

    private static int? TwoDigits(ReadOnlySpan<char> folded, ref int at)
    {
        var begin = at;
        return Number(folded, ref at) is { } value && at - begin <= 2 ? value : null;
    }

    private static char? Mark(ReadOnlySpan<char> folded, ref int at) =>
        Peek(folded, at) is '.' or '/' or '-' ? folded[at++] : null;

    /// <summary>True if what follows makes it another number: an office, a further part, a decimal.</summary>
    private static bool GoesOn(ReadOnlySpan<char> folded, int at) =>
        char.IsAsciiDigit(Peek(folded, at))
        || (Peek(folded, at) is '-' or '/' or '.' && char.IsLetterOrDigit(Peek(folded, at + 1)))
        || (char.IsLetter(Peek(folded, at)) && Peek(folded, at) != 'T');

    private static bool SkipWord(ReadOnlySpan<char> folded, ref int at, string word)
    {
        if (!folded[at..].StartsWith(word, StringComparison.Ordinal) || char.IsLetter(Peek(folded, at + word.Length)))
        {
            return false;
        }

        at += word.Length;
        SkipBlanks(folded, ref at);
        return true;
    }

    private static void Skip(ReadOnlySpan<char> folded, ref int at, string mark)
    {
        at += folded[at..].StartsWith(mark, StringComparison.Ordinal) ? mark.Length : 0;
    }

    private static void SkipBlanks(ReadOnlySpan<char> folded, ref int at)
    {
        for (var end = Math.Min(folded.Length, at + 20); at < end && char.IsWhiteSpace(folded[at]); )
        {
            at++;
        }
    }

    private static char Peek(ReadOnlySpan<char> folded, int at) => at < folded.Length ? folded[at] : '\0';
}
