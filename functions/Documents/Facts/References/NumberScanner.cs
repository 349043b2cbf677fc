namespace Avance.Functions.Documents.Facts.References;

/// <summary>Reads <c>N° D000149-2023-CONADIS-URH</c> from a position of a folded text, moving forward only.</summary>
internal ref struct NumberScanner(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, int start)
{
    private const int MaxBlanks = 40;
    private const int MaxDigits = 9;
    private const int MaxOffices = 8;
    private const int MaxLetters = 15;

    // Text recognition reads the ring of N° as one of these.
    private const string SignMarks = "°º˚ª.?*'\"`^~%,;:";

    private static readonly string[] SignLetters = ["UMERO", "ROS", "RO", "UM", "OS", "O"];

    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<char> folded = folded;
    private int at = start;
    private bool misread;

    public NumberParts? Read()
    {
        SkipBlanks();
        if (Peek() is '.' or ':' or '-' or '_')
        {
            at++;
            SkipBlanks();
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
        var offices = ReadOffices(spaced);
        return new NumberParts(at, digits, year, offices, sign, prefix, misread);
    }

    private readonly char Peek(int ahead = 0) => at + ahead < folded.Length ? folded[at + ahead] : '\0';

    private int SkipBlanks()
    {
        var from = at;
        while (at < folded.Length && at - from < MaxBlanks && char.IsWhiteSpace(folded[at]))
        {
            at++;
        }

        return at - from;
    }

    private bool ReadAbsent()
    {
        var absent = Peek() == 'S' && Peek(1) == '/' && Peek(2) == 'N' && !char.IsLetterOrDigit(Peek(3));
        at += absent ? 3 : 0;
        return absent;
    }

    private bool ReadSign()
    {
        var from = at;
        if (Peek() == '#')
        {
            at++;
        }
        else if (Peek() == 'N')
        {
            at++;
            foreach (var letters in SignLetters)
            {
                if (folded[at..].StartsWith(letters, StringComparison.Ordinal) && !IsLetter(Peek(letters.Length)))
                {
                    at += letters.Length;
                    break;
                }
            }

            // The ring read as a digit, with a blank after it.
            if (Peek() is '0' or '2' or '9' && char.IsWhiteSpace(Peek(1)))
            {
                at++;
            }

            for (var marks = 0; marks < 4 && SignMarks.Contains(Peek(), StringComparison.Ordinal); marks++)
            {
                at++;
            }
        }
        else
        {
            return false;
        }

        SkipBlanks();
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
        if (length == 0 || length > most || IsLetter(Peek()) || (letters > 0 && (length < 4 || real * 2 < length)))
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
        if (!ReadSeparator(out spaced))
        {
            return null;
        }

        if (
            ReadDigits(4) is { Length: 4 } digits
            && (digits.StartsWith("20", StringComparison.Ordinal) || digits.StartsWith("19", StringComparison.Ordinal))
        )
        {
            return int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        }

        at = from;
        return null;
    }

    private List<string> ReadOffices(bool spaced)
    {
        var offices = new List<string>();
        while (offices.Count < MaxOffices)
        {
            var from = at;
            if (!ReadSeparator(out var wide) || (wide && !spaced) || !IsLetter(Peek()))
            {
                at = from;
                break;
            }

            var blank = char.IsWhiteSpace(folded[at - 1]) || char.IsWhiteSpace(folded[from]);
            var begin = at;
            while (char.IsLetterOrDigit(Peek()))
            {
                at++;
            }

            var letters = folded[begin..at];
            if (letters.Length > MaxLetters || IsWord(letters, blank) || (blank && HasLower(text[begin..at])))
            {
                at = from;
                break;
            }

            offices.Add(letters.ToString());
        }

        return offices;
    }

    /// <summary>A hyphen or slash, with blanks and a line break around it since long titles wrap there.</summary>
    /// <param name="wide">Blanks stand on both sides, as around a dash.</param>
    private bool ReadSeparator(out bool wide)
    {
        var from = at;
        var before = SkipBlanks();
        var broken = folded.Slice(from, before).Contains('\n');
        var separator = Peek() is '-' or '/' or '_';
        at += separator ? 1 : 0;
        var after = separator ? SkipBlanks() : 0;
        wide = before > 0 && after > 0;

        // A hyphen that begins a line and has a blank after it is a bullet.
        if (separator && !(broken && after > 0))
        {
            return true;
        }

        at = from;
        return false;
    }

    /// <summary>Short words are office letters as well (DE is the Dirección Ejecutiva) where no blank stands.</summary>
    private static bool IsWord(ReadOnlySpan<char> letters, bool blank) =>
        (blank || letters.Length > 4) && OfficeLetters.IsWord(letters);

    private static char Digit(char folded) =>
        folded switch
        {
            >= '0' and <= '9' => folded,
            'O' => '0',
            'L' or 'I' or '|' => '1',
            _ => '\0',
        };

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

    private static bool IsLetter(char c) => char.IsLetter(c);
}
