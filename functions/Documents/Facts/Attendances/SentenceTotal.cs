using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds the total that a sentence gives beside women and men.</summary>
internal static class SentenceTotal
{
    private const int MaxTokensBefore = 25;
    private const int MaxTokensAfter = 4;
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

    /// <summary>The nearest number of people before the first mention, in its sentence.</summary>
    private static (long Value, int Index)? Before(List<Token> tokens, int first, long women, long men)
    {
        for (var i = first - 1; i >= 0 && first - i <= MaxTokensBefore && tokens[i].Kind != TokenKind.End; i--)
        {
            if (tokens[i].Kind != TokenKind.Count || (tokens[i].InWords && tokens[i].Value <= 1))
            {
                continue;
            }

            var value = (long)tokens[i].Value;
            var people = i + 1 < tokens.Count && IsPeople(tokens[i + 1]);
            var named = i > 0 && tokens[i - 1].Text is "TOTAL" or ":" || (i > 1 && tokens[i - 2].Text is "TOTAL");
            // Of 250 servants, 30 women and 15 men took part: that is no total of theirs.
            var ofAll = value != women + men && tokens[i..first].Exists(IsTakingPart);

            // A number of something else, of one sex only, or of more people.
            return (people || (named && value >= Math.Max(women, men))) && !ofAll ? (value, i) : null;
        }

        return null;
    }

    /// <summary>15 mujeres y 8 hombres. Total: 23</summary>
    private static (long Value, int Index)? After(List<Token> tokens, int last, long women, long men)
    {
        for (var i = last + 1; i + 1 < tokens.Count && i <= last + MaxTokensAfter; i++)
        {
            if (tokens[i].Kind == TokenKind.Count)
            {
                return null;
            }

            if (tokens[i].Text != "TOTAL")
            {
                continue;
            }

            var at = tokens[i + 1].Text is ":" or "=" ? i + 2 : i + 1;
            var counts =
                at < tokens.Count
                && tokens[at].Kind == TokenKind.Count
                && tokens[at].Value >= Math.Max(women, men)
                && (at + 1 == tokens.Count || tokens[at + 1].Kind != TokenKind.Word || IsPeople(tokens[at + 1]));
            return counts ? ((long)tokens[at].Value, at) : null;
        }

        return null;
    }

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

            others += tokens[i].Kind == TokenKind.Count ? (long)tokens[i].Value : 0;
            if (others == rest && others > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPeople(Token token) =>
        token.Kind == TokenKind.Word
        && Array.Exists(People, stem => token.Text.StartsWith(stem, StringComparison.Ordinal));

    private static bool IsTakingPart(Token token) =>
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
