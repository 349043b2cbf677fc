using System.Globalization;

namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Whole numbers in figures, with comma, point or blank between thousands.</summary>
internal static class Figures
{
    private const int MaxDigits = 12;
    private const int MaxCell = 40;

    /// <summary>The number from a position, which holds a digit that no digit stands before.</summary>
    /// <returns>Its value (null for a decimal or a number too long), its end, and whether a blank is in it.</returns>
    public static (long? Value, int End, bool HasBlank) At(ReadOnlySpan<char> text, int start)
    {
        var end = DigitsEnd(text, start);
        var value = Parse(text[start..end]);
        var separator = '\0';
        if (end - start <= 3 && text[start] != '0')
        {
            while (end + 3 < text.Length && IsSeparator(text[end], separator) && DigitsEnd(text, end + 1) == end + 4)
            {
                separator = text[end];
                value = (value * 1000) + Parse(text.Slice(end + 1, 3));
                end += 4;
                if (value > 1_000_000_000_000)
                {
                    break;
                }
            }
        }

        if (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1]))
        {
            // A decimal, or numbers of some outline.
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.'))
            {
                end++;
            }

            return (null, end, false);
        }

        return (value, end, separator == ' ');
    }

    /// <summary>The value if the text is one whole number and nothing else.</summary>
    public static long? Whole(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.IsEmpty || !char.IsAsciiDigit(trimmed[0]))
        {
            return null;
        }

        var (value, end, _) = At(trimmed, 0);
        if (end == trimmed.Length)
        {
            return value;
        }

        // Sheets give whole numbers as 79.0.
        return
            decimal.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number)
            && number < 1_000_000_000_000
            ? (long)number
            : null;
    }

    /// <summary>The number of a cell that holds one, perhaps beside its share: 12, 12 (70.6%), 40 % (12), 12/40%.</summary>
    public static long? InCell(string text) => Whole(text) ?? BesidePercent(text);

    /// <summary>The number of a cell that holds one beside its share.</summary>
    public static long? BesidePercent(string text)
    {
        if (text.Length > MaxCell || !text.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        var (count, shares) = ((long?)null, 0);
        foreach (var token in Tokens.Of(ReadableText.Fold(ReadableText.Clean(text))))
        {
            if (token.Kind == TokenKind.Percent)
            {
                shares++;
            }
            else if (count is null && token.Kind is TokenKind.Count or TokenKind.OtherNumber && IsWhole(text, token))
            {
                count = (long)token.Value;
            }
            else if (token.Kind != TokenKind.Mark)
            {
                return null;
            }
        }

        return shares == 1 ? count : null;
    }

    /// <summary>True for a whole number, not for a decimal, whose value is not known.</summary>
    private static bool IsWhole(string text, Token token) =>
        token.Kind == TokenKind.Count
        || (token.Value > 0 && text.AsSpan(token.End).TrimStart() is ['/' or '-' or '\u2013', ..]);

    private static bool IsSeparator(char c, char used) =>
        used == '\0' ? c is ',' or '.' or ' ' or '\u00A0' or '\'' : c == used;

    private static int DigitsEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    private static long? Parse(ReadOnlySpan<char> digits) =>
        digits.Length <= MaxDigits ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
