using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Dates;

namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Cuts a folded text into words, numbers and marks.</summary>
internal static class Tokens
{
    // Numbers of identity cards have eight digits, of telephones nine, of taxpayers eleven.
    private const int DigitsOfId = 8;

    private static readonly HashSet<string> BeforeYear = WordSet.Of(
        "EN DE DEL EL ANO ANOS AL DESDE HASTA DURANTE ENTRE HACIA TRAS PERIODO GESTION EJERCICIO SEMESTRE TRIMESTRE"
    );

    // Between two years.
    private static readonly HashSet<string> BetweenYears = WordSet.Of("A AL E O Y U , /");

    public static List<Token> Of(string folded) => WithNumberWords(Split(folded));

    /// <summary>The token at a position, or the end of a sentence where there is none.</summary>
    public static Token Peek(List<Token> tokens, int index) =>
        index >= 0 && index < tokens.Count ? tokens[index] : new Token(TokenKind.End, 0, 0);

    /// <summary>The words alone.</summary>
    public static IEnumerable<string> Words(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            var start = at;
            while (at < folded.Length && char.IsLetterOrDigit(folded[at]))
            {
                at++;
            }

            if (at > start)
            {
                yield return folded[start..at];
            }
        }
    }

    private static List<Token> Split(string folded)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < folded.Length)
        {
            var c = folded[at];
            if (char.IsAsciiDigit(c))
            {
                tokens.Add(Number(folded, at, tokens));
                at = tokens[^1].End;
            }
            else if (char.IsLetter(c))
            {
                var end = at;
                while (end < folded.Length && char.IsLetter(folded[end]))
                {
                    end++;
                }

                tokens.Add(new Token(TokenKind.Word, at, end, folded[at..end]));
                at = end;
            }
            else
            {
                if (!char.IsWhiteSpace(c))
                {
                    tokens.Add(new Token(IsEnd(folded, at) ? TokenKind.End : TokenKind.Mark, at, at + 1, c.ToString()));
                }

                at++;
            }
        }

        return tokens;
    }

    /// <summary>True for S/ 500, S/. 500, $ 500.</summary>
    private static bool IsMoney(string folded, int at)
    {
        var before = folded.AsSpan(Math.Max(0, at - 6), Math.Min(6, at)).TrimEnd();
        var sign = before.TrimEnd("./");
        return before.EndsWith("$")
            || before.EndsWith("€")
            || (sign.Length < before.Length && sign.EndsWith("S") && (sign.Length == 1 || !char.IsLetter(sign[^2])));
    }

    private static bool IsEnd(string folded, int at) =>
        folded[at] is ';' or '•' or '?' or '!'
        || (folded[at] == '.' && (at + 1 == folded.Length || char.IsWhiteSpace(folded[at + 1])));

    private static Token Number(string folded, int at, List<Token> before)
    {
        if (DateScanner.At(folded, at) is { } date)
        {
            return new Token(TokenKind.OtherNumber, at, date.End);
        }

        var (value, end, blank) = Figures.At(folded, at);
        var next = end;
        while (next < folded.Length && next - end < 3 && char.IsWhiteSpace(folded[next]))
        {
            next++;
        }

        if (next < folded.Length && folded[next] == '%')
        {
            if (blank)
            {
                // 30 100%: a number and its share.
                end = folded.AsSpan(at).IndexOfAnyExceptInRange('0', '9') + at;
                return new Token(TokenKind.Count, at, end, Value: Figures.At(folded.AsSpan(0, end), at).Value ?? 0);
            }

            var percent = Percent(folded.AsSpan(at, end - at), value);
            return percent is { } share
                ? new Token(TokenKind.Percent, at, next + 1, Value: share)
                : new Token(TokenKind.OtherNumber, at, next + 1);
        }

        var glued = at > 0 && (char.IsLetter(folded[at - 1]) || IsGlue(folded, at - 1, -1));
        var goesOn =
            end < folded.Length
            && (
                (char.IsLetter(folded[end]) && !IsSexLetter(folded, end))
                || folded[end] is '°' or 'º'
                || IsGlue(folded, end, 1)
            );
        var isId = end - at >= DigitsOfId && !folded.AsSpan(at, end - at).ContainsAnyExceptInRange('0', '9');
        return
            value is { } count && !IsMoney(folded, at) && !glued && !goesOn && !isId && !IsYear(end - at, count, before)
            ? new Token(TokenKind.Count, at, end, Value: count, HasBlank: blank)
            : new Token(TokenKind.OtherNumber, at, end, Value: value ?? 0);
    }

    /// <summary>A hyphen or slash with a digit or letter beyond it, but not the one of 20 mujeres/10 hombres.</summary>
    private static bool IsGlue(string folded, int at, int step) =>
        folded[at] is '-' or '/' or '_'
        && at + step >= 0
        && at + step < folded.Length
        && char.IsLetterOrDigit(folded[at + step])
        && !(
            folded[at] == '/'
            && WordAt(folded, at + step, step) is var word
            && (SexWords.OfWord(word) is not null || (step < 0 && IsSexLetter(folded, at - 1)))
        );

    /// <summary>True for the letter of 20M/10H, right after a figure and alone.</summary>
    private static bool IsSexLetter(string folded, int at) =>
        folded[at] is 'F' or 'H' or 'M' or 'V'
        && at > 0
        && char.IsAsciiDigit(folded[at - 1])
        && !(at + 1 < folded.Length && (char.IsLetterOrDigit(folded[at + 1]) || folded[at + 1] is '-' or '_'));

    /// <summary>The word that begins or ends at a position.</summary>
    private static string WordAt(string folded, int at, int step)
    {
        var end = at;
        while (end >= 0 && end < folded.Length && char.IsLetter(folded[end]) && Math.Abs(end - at) < 20)
        {
            end += step;
        }

        return step > 0 ? folded[at..end] : folded[(end + 1)..(at + 1)];
    }

    private static bool IsYear(int length, long value, List<Token> before)
    {
        if (length != 4 || !IsYear(value) || before.Count == 0)
        {
            return false;
        }

        var (last, second) = (before[^1].Text, before.Count > 1 ? before[^2] : default);
        return BeforeYear.Contains(last ?? "")
            ? !(last == "DE" && second.Text is "TOTAL" or "NUMERO" or "CANTIDAD")
            : BetweenYears.Contains(last ?? "") && second.Kind == TokenKind.OtherNumber && IsYear((long)second.Value);
    }

    private static bool IsYear(long value) => value is >= 1990 and <= 2099;

    private static decimal? Percent(ReadOnlySpan<char> figures, long? value)
    {
        if (value is { } whole)
        {
            return whole;
        }

        Span<char> plain = stackalloc char[Math.Min(figures.Length, 16)];
        figures[..plain.Length].CopyTo(plain);
        plain.Replace(',', '.');
        return decimal.TryParse(
            plain,
            System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture,
            out var share
        )
            ? share
            : null;
    }

    private static List<Token> WithNumberWords(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && NumberWords.At(tokens, i) is var (value, words))
            {
                var end = tokens[i + words - 1].End;
                joined.Add(new Token(TokenKind.Count, tokens[i].Start, end, Value: value, InWords: true));
                i += words - 1;
            }
            else if (tokens[i] is { Kind: TokenKind.Count, Value: > 0 and < 1000 } && Peek(tokens, i + 1).Text == "MIL")
            {
                // 20 mil, 5 mil 500
                var (last, thousands) = (tokens[i + 1], tokens[i].Value * 1000);
                if (Peek(tokens, i + 2) is { Kind: TokenKind.Count, Value: < 1000 } rest)
                {
                    (last, thousands) = (rest, thousands + rest.Value);
                }

                joined.Add(tokens[i] with { End = last.End, Value = thousands });
                i = tokens.IndexOf(last, i);
            }
            else
            {
                joined.Add(tokens[i]);
            }
        }

        return WithPercentWords(joined);
    }

    /// <summary>60 por ciento, sesenta por ciento.</summary>
    private static List<Token> WithPercentWords(List<Token> tokens)
    {
        for (var i = tokens.Count - 3; i >= 0; i--)
        {
            if (
                tokens[i].Kind is TokenKind.Count or TokenKind.OtherNumber
                && tokens[i + 1].Text == "POR"
                && tokens[i + 2] is { InWords: true, Value: 100 } hundred
            )
            {
                tokens[i] = new Token(TokenKind.Percent, tokens[i].Start, hundred.End, Value: tokens[i].Value);
                tokens.RemoveRange(i + 1, 2);
            }
        }

        return tokens;
    }
}
