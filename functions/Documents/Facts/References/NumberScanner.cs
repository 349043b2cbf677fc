using System.Globalization;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>Reads <c>N° D000149-2023-CONADIS-URH</c> from a position of a folded text, moving forward only.</summary>
internal ref struct NumberScanner(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, int start)
{
    private const int MaxDigits = 9;

    /// <summary>Digits of a number that stands after its year, as in N° 2026-0012345.</summary>
    private const int DigitsAfterYear = 4;

    private const int FirstYear = 1980;

    /// <summary>Years of two digits up to this one are of this century.</summary>
    private const int LastShortYear = 49;

    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<char> folded = folded;
    private int at = start;
    private bool misread;
    private bool isYearShort;

    public NumberParts? Read()
    {
        NumberHyphen.Blanks(folded, ref at);
        if (Peek() is '.' or ':' or '-' or '_')
        {
            at++;
            NumberHyphen.Blanks(folded, ref at);
        }

        if (ReadAbsent())
        {
            return new NumberParts(at, "", null, [], HasSign: false, HasPrefix: false, Misread: false);
        }

        var sign = ReadSign();
        if (sign && ReadAbsent())
        {
            return new NumberParts(at, "", null, [], sign, HasPrefix: false, Misread: false);
        }

        var prefix = ReadPrefix();
        var digits = ReadDigits(MaxDigits);
        if (digits is null)
        {
            return null;
        }

        var spaced = false;
        var year = ReadYear(ref spaced);
        if (sign && !prefix && digits is ['2', '0', _, _])
        {
            // 2026-1953 is the number 1953 of 2026.
            var number =
                year is < FirstYear ? year.Value.ToString(CultureInfo.InvariantCulture)
                : year is null ? ReadNumberAfterYear()
                : null;
            (year, digits) = number is null
                ? (year, digits)
                : (int.Parse(digits, CultureInfo.InvariantCulture), number);
        }

        var offices = new OfficeScanner(text, folded, at);
        var letters = offices.Read(year is not null, spaced);
        return new NumberParts(offices.End, digits, year ?? offices.Year, letters, sign, prefix, misread)
        {
            IsYearShort = isYearShort || offices.IsYearShort,
        };
    }

    private readonly char Peek(int ahead = 0) => at + ahead < folded.Length ? folded[at + ahead] : '\0';

    private bool ReadAbsent()
    {
        var absent = Peek() == 'S' && Peek(1) == '/' && Peek(2) == 'N' && !char.IsLetterOrDigit(Peek(3));
        at += absent ? 3 : 0;
        return absent;
    }

    private bool ReadSign()
    {
        var from = at;
        at = NumberSign.End(folded, at);
        if (at == from)
        {
            return false;
        }

        NumberHyphen.Blanks(folded, ref at);
        if (Peek() == ':')
        {
            at++;
            NumberHyphen.Blanks(folded, ref at);
        }

        // Hoja de Ruta N° E-2026-012345
        at += char.IsAsciiLetterUpper(Peek()) && Peek() != 'D' && Peek(1) == '-' && char.IsAsciiDigit(Peek(2)) ? 2 : 0;
        if (char.IsAsciiDigit(Peek()) || Peek() is 'D' or 'S' or 'O')
        {
            return true;
        }

        at = from;
        return false;
    }

    private bool ReadPrefix()
    {
        if (Peek() != 'D')
        {
            return false;
        }

        var gap = Peek(1) is '-' or ' ' or '.' or '°' or 'º' ? 1 : 0;
        if (!char.IsAsciiDigit(Peek(1 + gap)) && Peek(1 + gap) != 'O')
        {
            return false;
        }

        at += 1 + gap;
        return true;
    }

    private string? ReadDigits(int most)
    {
        var from = at;
        var real = 0;
        while (at < folded.Length && Digit(folded[at]) is not '\0')
        {
            real += char.IsAsciiDigit(folded[at]) ? 1 : 0;
            at++;
        }

        var length = at - from;
        var letters = length - real;
        if (length == 0 || length > most || char.IsLetter(Peek()) || (letters > 0 && (length < 4 || real * 2 < length)))
        {
            at = from;
            return null;
        }

        misread |= letters > 0;
        return string.Create(
            length,
            folded.Slice(from, length),
            static (digits, source) =>
            {
                for (var i = 0; i < digits.Length; i++)
                {
                    digits[i] = Digit(source[i]);
                }
            }
        );
    }

    private int? ReadYear(ref bool spaced)
    {
        var from = at;
        if (!NumberHyphen.Skip(folded, ref at, out spaced))
        {
            return null;
        }

        spaced |= folded[from] == ' ';
        if (ReadDigits(4) is { } digits)
        {
            if (IsYear(digits))
            {
                return int.Parse(digits, CultureInfo.InvariantCulture);
            }

            var next = at;
            if (
                digits.Length == 2
                && !spaced
                && NumberHyphen.Skip(folded, ref next, out var wide)
                && !wide
                && next < folded.Length
                && char.IsLetter(folded[next])
            )
            {
                var year = int.Parse(digits, CultureInfo.InvariantCulture);
                isYearShort = year <= LastShortYear;
                return year + (isYearShort ? 2000 : 1900);
            }
        }

        at = from;
        return null;
    }

    /// <summary>The number that stands after its year.</summary>
    private string? ReadNumberAfterYear()
    {
        var from = at;
        if (
            NumberHyphen.Skip(folded, ref at, out var wide)
            && !wide
            && ReadDigits(MaxDigits) is { Length: >= DigitsAfterYear } number
        )
        {
            return number;
        }

        at = from;
        return null;
    }

    private static bool IsYear(string digits) =>
        digits.Length == 4
        && (digits.StartsWith("20", StringComparison.Ordinal) || digits.StartsWith("19", StringComparison.Ordinal));

    private static char Digit(char folded) =>
        folded switch
        {
            >= '0' and <= '9' => folded,
            'O' => '0',
            'L' or 'I' or '|' => '1',
            _ => '\0',
        };
}
