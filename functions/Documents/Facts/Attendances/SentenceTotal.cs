using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds the total that a sentence gives beside women and men.</summary>
internal static class SentenceTotal
{
    private const int MaxTokensBefore = 25;
    private const int MaxTokensAfter = 8;
    private const int MaxTokensOfOthers = 12;

    private static readonly string[] People =
    [
        .. PeopleWords.Stems,
        "USUARI",
        "ESTUDIANTE",
        "INTEGRANTE",
        "CAPACITAD",
        "INSCRIT",
        "ASISTIERON",
        "PARTICIPARON",
    ];

    /// <summary>
    /// The total, its position, and whether women and men add up to it, perhaps with others who are counted after them.
    /// </summary>
    public static (long Value, int Index, bool IsMet)? Of(List<Token> tokens, int first, int last, long women, long men)
    {
        var found = Before(tokens, first, women, men) ?? After(tokens, last, women, men);
        return found is var (value, index)
            ? (value, index, value == women + men || HasOthers(tokens, last, value - women - men))
            : null;
    }

    /// <summary>The total of which one sex is counted as a part: 30 participantes, 18 de ellos mujeres. The rest is not said to be of the other.</summary>
    public static (long Value, int Index, bool IsMet)? OfPart(List<Token> tokens, SexCount part)
    {
        if (Before(tokens, part.Index, part.Value, 0) is not var (value, index) || value < part.Value)
        {
            return null;
        }

        var between = tokens[index..part.LastIndex];
        return between.Exists(token => token.Text is "CUALES" or "ELLAS" or "ELLOS" or "QUIENES" or "(")
            ? (value, index, true)
            : null;
    }

    /// <summary>The nearest number of people before the first mention, in its sentence.</summary>
    private static (long Value, int Index)? Before(List<Token> tokens, int first, long women, long men)
    {
        var clauses = 0;
        for (var i = first - 1; i >= 0 && first - i <= MaxTokensBefore; i--)
        {
            if (tokens[i].Kind == TokenKind.End && tokens[i].Text != ";")
            {
                return null;
            }

            clauses += tokens[i].Kind == TokenKind.End ? 1 : 0;
            if (tokens[i].Kind != TokenKind.Count || (tokens[i].InWords && tokens[i].Value <= 1) || IsSpelt(tokens, i))
            {
                continue;
            }

            if (Tokens.Peek(tokens, i - 1).Text == "CADA" || PlannedPeople.IsTarget(tokens, i))
            {
                return null;
            }

            var value = (long)tokens[i].Value;
            var people = IsPeople(Tokens.Peek(tokens, LabelledCounts.AfterAsides(tokens, i + 1)));
            var named = i > 0 && tokens[i - 1].Text is "TOTAL" or ":" || (i > 1 && tokens[i - 2].Text is "TOTAL");
            // Of 250 servants, 30 women and 15 men took part: that is no total of theirs.
            var ofAll = value != women + men && (clauses > 0 || tokens[i..first].Exists(IsTakingPart));

            // A number of something else, of one sex only, or of more people.
            return (people || (named && value >= Math.Max(women, men))) && !ofAll ? (value, i) : null;
        }

        return null;
    }

    /// <summary>True for the word of treinta (30).</summary>
    private static bool IsSpelt(List<Token> tokens, int index) =>
        tokens[index].InWords
        && Tokens.Peek(tokens, index + 1).Text == "("
        && Tokens.Peek(tokens, index + 2) is { Kind: TokenKind.Count } figure
        && figure.Value == tokens[index].Value;

    /// <summary>15 mujeres y 8 hombres. Total: 23; 15 mujeres y 8 hombres, en total 23 personas; 23 en total.</summary>
    private static (long Value, int Index)? After(List<Token> tokens, int last, long women, long men)
    {
        var named = false;
        var from = LabelledCounts.AfterAsides(tokens, last + 1);
        for (var i = from; i < tokens.Count && i <= from + MaxTokensAfter; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Count || (token.InWords && token.Value <= 1))
            {
                named |= token.Text == "TOTAL";
                if (named && token.Kind == TokenKind.Word && !IsOfTotal(token))
                {
                    return null;
                }

                continue;
            }

            var next = Tokens.Peek(tokens, i + 1);
            var inAll = next.Text == "EN" && Tokens.Peek(tokens, i + 2).Text == "TOTAL";
            return
                (inAll || (named && (next.Kind != TokenKind.Word || IsPeople(next))))
                && token.Value >= Math.Max(women, men)
                ? ((long)token.Value, i)
                : null;
        }

        return null;
    }

    /// <summary>TOTAL DE PARTICIPANTES, TOTAL GENERAL.</summary>
    private static bool IsOfTotal(Token token) =>
        token.Text is "TOTAL" or "DE" or "GENERAL" or "LOS" or "LAS" or "FUERON" or "SON" || IsPeople(token);

    /// <summary>41 mujeres, 19 hombres y 2 adolescentes.</summary>
    private static bool HasOthers(List<Token> tokens, int last, long rest)
    {
        var others = 0L;
        for (var i = last + 1; i < tokens.Count && i <= last + MaxTokensOfOthers; i++)
        {
            if (tokens[i].Kind == TokenKind.End)
            {
                break;
            }

            if (tokens[i].Kind == TokenKind.Count && SexWords.OfWord(Tokens.Peek(tokens, i + 1).Text) is not null)
            {
                return false;
            }

            others += tokens[i].Kind == TokenKind.Count ? (long)tokens[i].Value : 0;
            if (others == rest && others > 0)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsPeople(Token token) =>
        token.Kind == TokenKind.Word
        && Array.Exists(People, stem => token.Text.StartsWith(stem, StringComparison.Ordinal));

    public static bool IsTakingPart(Token token) =>
        token.Kind == TokenKind.Word
        && (
            token.Text
                is "APROBO"
                    or "ASISTIO"
                    or "CAPACITO"
                    or "COMPLETO"
                    or "CONCLUYO"
                    or "CULMINO"
                    or "PARTICIPO"
                    or "RESPONDIO"
            || (token.Text.EndsWith("RON", StringComparison.Ordinal) && token.Text is not ("FUERON" or "VARON"))
        );
}
