using System.Globalization;
using Avance.Functions.Documents.Facts.Dates;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>Reads <c>-INABIF/UA-SUPH</c>, <c>/INPE-09</c>, <c>-UGEL.05-SJL</c>, moving forward only.</summary>
internal ref struct OfficeScanner(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, int start)
{
    private const int MaxOffices = 8;
    private const int MaxLetters = 15;
    private const int MaxDigits = 3;

    /// <summary>Whose number stands after a blank as well: UGEL 06.</summary>
    private const string Numbered = "UGEL";

    // Plurals that count nothing.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners = WordSet
        .Of("ADEMAS AMBAS AMBOS DICHAS DICHOS ESAS ESOS ESTAS ESTOS OTRAS OTROS TODAS TODOS TRAS TRES")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<char> folded = folded;

    /// <summary>Position after the last office.</summary>
    public int End { get; private set; } = start;

    /// <summary>The year, where it stands between or after the offices: <c>N° 012-GDS-2026</c>.</summary>
    public int? Year { get; private set; }

    /// <summary>True if only the last two digits of <see cref="Year"/> are written.</summary>
    public bool IsYearShort { get; private set; }

    /// <param name="hasYear">True if the year stands before them.</param>
    /// <param name="spaced">True if blanks stand around the hyphens of the number.</param>
    public List<string> Read(bool hasYear, bool spaced)
    {
        var offices = new List<string>();
        while (offices.Count < MaxOffices)
        {
            var at = End;
            if (!NumberHyphen.Skip(folded, ref at, out var wide))
            {
                break;
            }

            var blank = char.IsWhiteSpace(folded[at - 1]) || char.IsWhiteSpace(folded[End]);
            if (char.IsAsciiDigit(Peek(at)))
            {
                var apart = blank && (folded[at - 1] != '\n' || char.IsWhiteSpace(folded[End]));
                if (offices.Count == 0 || !ReadFigures(at, hasYear, apart, offices))
                {
                    break;
                }
            }
            else if (!char.IsLetter(Peek(at)) || !ReadLetters(at, blank, wide && !spaced, offices))
            {
                break;
            }
        }

        return offices;
    }

    private readonly char Peek(int at) => at < folded.Length ? folded[at] : '\0';

    /// <summary>The year, or the number of an office: INPE/09.</summary>
    private bool ReadFigures(int start, bool hasYear, bool blank, List<string> offices)
    {
        var end = start;
        while (char.IsAsciiDigit(Peek(end)))
        {
            end++;
        }

        var figures = folded[start..end];
        if (
            char.IsLetter(Peek(end))
            || Peek(end) is '%'
            || (Peek(end) is '.' or ',' or ':' && char.IsAsciiDigit(Peek(end + 1)))
            || DateScanner.At(folded, start) is not null
            || IsCount(end)
        )
        {
            return false;
        }

        if (!hasYear && Year is null && figures is ['2', '0', _, _] or ['1', '9', _, _])
        {
            (Year, End) = (int.Parse(figures, CultureInfo.InvariantCulture), end);
            return true;
        }

        if (blank || figures.Length > MaxDigits)
        {
            return false;
        }

        if (!hasYear && Year is null && IsShortYear(start, end))
        {
            (Year, IsYearShort, End) = (2000 + int.Parse(figures, CultureInfo.InvariantCulture), true, end);
            return true;
        }

        offices.Add(figures.ToString());
        End = end;
        return true;
    }

    /// <summary>True for the 26 of N° 01234-R-26, which ends the number; offices have lower numbers.</summary>
    private readonly bool IsShortYear(int start, int end) =>
        folded[start..end] is ['2' or '3', _]
        && folded[start - 1] == '-'
        && !(Peek(end) is '-' or '/' && char.IsLetterOrDigit(Peek(end + 1)));

    /// <summary>True if a plural follows, which a number counts: 10 folios.</summary>
    private readonly bool IsCount(int figuresEnd)
    {
        if (Peek(figuresEnd) != ' ')
        {
            return false;
        }

        var word = folded[(figuresEnd + 1)..PartEnd(figuresEnd + 1)];
        return word.Length > MaxDigits && word[^1] == 'S' && !Determiners.Contains(word);
    }

    private bool ReadLetters(int start, bool blank, bool wide, List<string> offices)
    {
        var end = OfficeEnd(start);
        var letters = folded[start..end];
        var isOffice =
            letters.Length <= MaxLetters
            && !IsWord(letters, blank)
            && !(blank && HasLower(text[start..end]))
            // A dash before offices, not before the words of a sentence.
            && (!wide || (offices.Count == 0 && Peek(end) is '-' or '/' && char.IsLetter(Peek(end + 1))));
        if (isOffice)
        {
            var number = letters.SequenceEqual(Numbered) ? NumberAfterBlank(end) : end;
            offices.Add(number > end ? $"{letters}.{folded[(end + 1)..number]}" : letters.ToString());
            End = number;
        }

        return isOffice;
    }

    private readonly int NumberAfterBlank(int start)
    {
        var end = Peek(start) == ' ' ? PartEnd(start + 1) : start;
        return end - start is 2 or 3 && !folded[(start + 1)..end].ContainsAnyExceptInRange('0', '9') ? end : start;
    }

    /// <summary>Position after the letters, with a point and what goes on after it: UGEL.05, GR.JUNIN.</summary>
    private readonly int OfficeEnd(int start)
    {
        var end = PartEnd(start);
        while (Peek(end) == '.' && PartEnd(end + 1) is var next && IsPart(end + 1, next))
        {
            end = next;
        }

        return end;
    }

    private readonly bool IsPart(int start, int end)
    {
        var part = folded[start..end];
        return !part.IsEmpty
            && (
                part.ContainsAnyExceptInRange('0', '9')
                    ? char.IsLetter(part[0]) && !HasLower(text[start..end]) && !OfficeLetters.IsNoPart(part)
                    // 2. begins the next item of a list.
                    : part.Length is 2 or MaxDigits
                        && Peek(end) is not ('.' or ')')
                        && DateScanner.At(folded, start) is null
            );
    }

    private readonly int PartEnd(int start)
    {
        var end = start;
        while (char.IsLetterOrDigit(Peek(end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>Short words are office letters as well (DE is the Dirección Ejecutiva) where no blank stands.</summary>
    private static bool IsWord(ReadOnlySpan<char> letters, bool blank) =>
        (blank || letters.Length > 4) && OfficeLetters.IsWord(letters);

    private static bool HasLower(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }
}
