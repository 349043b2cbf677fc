using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Numbers after the sex that they count: <c>mujeres: 79</c>, <c>hombres (22)</c>, <c>Mujeres 60 % (18)</c>.</summary>
internal static class LabelledCounts
{
    // After a number they make it one of something else: mujeres (18 a 29 años).
    private static readonly HashSet<string> Units = WordSet.Of(
        "A AL ANO ANOS DIA DIAS HORA HORAS MES MESES PUNTO PUNTOS SOLES"
    );

    /// <summary>The number after the one sex, with a mark between or a share beside it; null without one.</summary>
    public static SexCount? At(List<Token> tokens, int index) =>
        !IsSecondOfTwo(tokens, index)
        && Count(tokens, index, letters: true) is { IsMarked: true } found
        && !(found.IsWeak && IsYear(found.Count.Number))
            ? found.Count
            : null;

    /// <summary>Two numbers or more, each after its sex, or after the two together: <c>mujeres/hombres: 20/10</c>. Else none.</summary>
    public static List<SexCount> RowAt(List<Token> tokens, int index)
    {
        if (Together(tokens, index) is { Count: > 0 } together)
        {
            return together;
        }

        if (IsSecondOfTwo(tokens, index))
        {
            return [];
        }

        var row = new List<SexCount>();
        var at = index;
        while (Count(tokens, at, letters: false) is var (count, _, _) && (row.Count == 0 || row[^1].Sex != count.Sex))
        {
            row.Add(count);
            at = AfterAsides(tokens, count.LastIndex + 1);
            at += at < tokens.Count && tokens[at].Text is "," or ";" or "/" or "|" ? 1 : 0;
            at += at < tokens.Count && tokens[at].Text is "Y" or "E" or "-" or "•" ? 1 : 0;
        }

        return row.Count > 1 ? row : [];
    }

    /// <summary>True if the tokens are nothing but the number of one sex or a total, after its label.</summary>
    public static bool IsLine(List<Token> tokens)
    {
        var at = tokens.FindIndex(token => token.Kind == TokenKind.Word);
        if (at is < 0 or > 1)
        {
            return false;
        }

        int? last = null;
        if (tokens[at].Text == "TOTAL")
        {
            at += Tokens.Peek(tokens, at + 1).Text is ":" or "=" ? 2 : 1;
            last = Tokens.Peek(tokens, at).Kind == TokenKind.Count ? at : null;
        }
        else if (Count(tokens, at, letters: false) is var (count, _, _))
        {
            last = count.LastIndex;
        }

        return last is { } end
            && tokens[AfterAsides(tokens, end + 1)..]
                .TrueForAll(token => token.Kind is TokenKind.Mark or TokenKind.End || SentenceTotal.IsPeople(token));
    }

    /// <summary>Position after a share and brackets, if they stand there: 12 (40 %).</summary>
    public static int AfterAsides(List<Token> tokens, int index)
    {
        var at = index;
        while (at < tokens.Count && (tokens[at].Kind == TokenKind.Percent || tokens[at].Text is "(" or ")"))
        {
            at++;
        }

        return at;
    }

    /// <param name="letters">True if M, F, H or V may stand for the sex.</param>
    private static (SexCount Count, bool IsMarked, bool IsWeak)? Count(List<Token> tokens, int index, bool letters)
    {
        if (index >= tokens.Count || tokens[index].Kind != TokenKind.Word)
        {
            return null;
        }

        var text = tokens[index].Text;
        var word = SexWords.OfWord(text);
        if ((word ?? (letters && text is "M" or "F" or "H" or "V" ? SexWords.OfLetter(text) : null)) is not { } sex)
        {
            return null;
        }

        var at = index + 1;
        if (
            word is not null
            && Tokens.Peek(tokens, at).Text == "("
            && Tokens.Peek(tokens, at + 1).Kind == TokenKind.Percent
            && Tokens.Peek(tokens, at + 2).Text == ")"
            && Tokens.Peek(tokens, at + 3).Text is ":" or "="
        )
        {
            // Mujeres (60 %): 18
            at += 3;
        }

        var (marked, weak) = (at < tokens.Count && tokens[at].Text is ":" or "=", false);
        if (!marked && word is not null && at < tokens.Count && tokens[at].Text is "(" or "-")
        {
            (marked, weak) = (true, true);
        }

        at += marked ? 1 : 0;
        if (word is not null && Tokens.Peek(tokens, at).Text == "N" && Tokens.Peek(tokens, at + 1).Text is "=" or ":")
        {
            // mujeres (n = 18)
            (marked, weak, at) = (true, false, at + 2);
        }

        if (word is not null && at < tokens.Count && tokens[at].Kind == TokenKind.Percent)
        {
            // Mujeres: 60 % (18)
            at += at + 1 < tokens.Count && tokens[at + 1].Text is "(" or "-" or "," ? 2 : 1;
        }

        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Count || (tokens[at].InWords && tokens[at].Value <= 1))
        {
            return null;
        }

        if (
            tokens[at].InWords
            && Tokens.Peek(tokens, at + 1).Text == "("
            && Tokens.Peek(tokens, at + 2).Kind == TokenKind.Count
            && Tokens.Peek(tokens, at + 2).Value == tokens[at].Value
        )
        {
            // mujeres dieciocho (18)
            at += 2;
        }

        var next = Tokens.Peek(tokens, at + 1);
        var hasShare =
            next.Kind == TokenKind.Percent
            || (next.Text == "(" && Tokens.Peek(tokens, at + 2).Kind == TokenKind.Percent);
        return Units.Contains(next.Text)
            ? null
            : (
                new SexCount(sex, tokens[at], index, at, tokens[at].End) { IsLetter = word is null, IsLabelled = true },
                marked || hasShare,
                weak
            );
    }

    /// <summary>mujeres/hombres: 20/10, mujeres y hombres: 20 y 10.</summary>
    private static List<SexCount> Together(List<Token> tokens, int index)
    {
        if (
            SexWords.OfWord(tokens[index].Text) is not { } first
            || Tokens.Peek(tokens, index + 1).Text is not ("/" or "-" or "Y")
            || SexWords.OfWord(Tokens.Peek(tokens, index + 2).Text) is not { } second
            || first == second
        )
        {
            return [];
        }

        var at = index + 3;
        at += Tokens.Peek(tokens, at).Text is ":" or "=" or "(" ? 1 : 0;
        var (left, mark, right) = (Tokens.Peek(tokens, at), Tokens.Peek(tokens, at + 1), Tokens.Peek(tokens, at + 2));
        return IsNumber(left) && mark.Text is "/" or "-" or "Y" && IsNumber(right)
            ? [new SexCount(first, left, index, at, left.End), new SexCount(second, right, at + 2, at + 2, right.End)]
            : [];

        // 20/10 may be a part of something else, so that it is no count elsewhere.
        static bool IsNumber(Token token) =>
            token.Kind == TokenKind.Count || (token.Kind == TokenKind.OtherNumber && token.Value > 0);
    }

    /// <summary>True for the second of hombres y mujeres: 30, whose number is of both together.</summary>
    private static bool IsSecondOfTwo(List<Token> tokens, int index)
    {
        var before = index - 1 - (Tokens.Peek(tokens, index - 1).Text is "LAS" or "LOS" ? 1 : 0);
        return Tokens.Peek(tokens, before).Text is "Y" or "E" or "O" or "U" or "/"
            && SexWords.OfWord(Tokens.Peek(tokens, before - 1).Text) is not null;
    }

    private static bool IsYear(Token number) => number.End - number.Start == 4 && number.Value is >= 1990 and <= 2099;
}
