using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Tells targets and people who stayed away from people who took part: <c>se espera capacitar a 100 mujeres</c>.</summary>
internal static class PlannedPeople
{
    private const int MaxTokensBefore = 12;
    private const int MaxTokensAfter = 2;
    private const int MaxTokensToVerb = 3;

    private static readonly HashSet<string> Words = WordSet.Of(
        """
        ASPIRA BUSCA BUSCAN ESPERA ESPERABA ESPERAN ESPERANDO ESTIMA ESTIMABA ESTIMAN FINALIDAD META METAS OBJETIVO PREVE PREVEE
        PREVEIA PREVEN PRETENDE PRETENDEN PRETENDIA PROPONE PROPONEN PROPUSO PROYECTA PROYECTAN VACANTES CUPOS
        """
    );

    private static readonly string[] Stems =
    [
        "AUSENT",
        "CONVOCA",
        "CONVOCO",
        "FALTA",
        "FALTO",
        "INVITA",
        "INVITO",
        "PLANIFICA",
        "PREVIST",
        "PROGRAMAD",
        "PROGRAMAR",
        "PROGRAMO",
        "PROYECTAD",
    ];

    private static readonly string[] UnclearStems = ["DIRIGID", "INSCRIB", "INSCRIT", "MATRICULA"];

    // Superó, cumplió, logró, ejecutado.
    private static readonly string[] MetStems = ["CUMPLI", "EJECUT", "LOGR", "SUPER"];

    // In the future they tell what is to come: capacitará, participarán.
    private static readonly string[] Verbs =
    [
        "ALCANZ",
        "ASIST",
        "ATEND",
        "BENEFICI",
        "CAPACIT",
        "CERTIFIC",
        "CONT",
        "FORM",
        "INCLU",
        "PARTICIP",
        "SENSIBILIZ",
    ];

    private static readonly string[] FutureEndings = ["ARA", "ARAN", "ERA", "ERAN", "IRA", "IRAN"];

    public static Participation At(List<Token> tokens, SexCount mention)
    {
        for (var i = mention.Index - 1; i >= 0 && mention.Index - i <= MaxTokensBefore; i--)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.End || (token.Kind == TokenKind.Count && !(token.InWords && token.Value <= 1)))
            {
                break;
            }

            if (Of(token) is var plan and not Participation.Told)
            {
                return IsMet(tokens, i) ? Participation.Told : plan;
            }

            if (IsAim(tokens, i))
            {
                return Participation.Expected;
            }

            if (IsDone(token))
            {
                return IsDenied(tokens, i) ? Participation.Expected : Participation.Told;
            }
        }

        var last = Math.Min(tokens.Count - 1, mention.LastIndex + MaxTokensAfter);
        for (var i = mention.LastIndex + 1; i <= last && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (Of(tokens[i]) is var plan and not Participation.Told)
            {
                return plan;
            }
        }

        return Participation.Told;
    }

    /// <summary>True for con una meta de 100 personas.</summary>
    /// <param name="number">Position of the number.</param>
    public static bool IsTarget(List<Token> tokens, int number) =>
        tokens[Math.Max(0, number - MaxTokensToVerb)..number].Exists(token => Of(token) == Participation.Expected);

    /// <summary>Se superó la meta con 30 mujeres, se logró el objetivo.</summary>
    private static bool IsMet(List<Token> tokens, int index)
    {
        var first = Math.Max(0, index - MaxTokensToVerb);
        return tokens[first..index].Exists(token => StartsWith(token.Text ?? "", MetStems));
    }

    /// <summary>An infinitive that opens a sentence: Capacitar a 100 mujeres.</summary>
    private static bool IsAim(List<Token> tokens, int index) =>
        Tokens.Peek(tokens, index - 1).Kind == TokenKind.End
        && tokens[index].Text is [.., 'R'] word
        && StartsWith(word, Verbs);

    /// <summary>No participaron, no se capacitó.</summary>
    private static bool IsDenied(List<Token> tokens, int index) =>
        Tokens.Peek(tokens, Tokens.Peek(tokens, index - 1).Text is "SE" ? index - 2 : index - 1).Text == "NO";

    private static bool IsDone(Token token) =>
        token.Kind == TokenKind.Word
        && (
            SentenceTotal.IsTakingPart(token)
            || StartsWith(token.Text, MetStems)
            || (token.Text[^1] == 'O' && StartsWith(token.Text, Verbs))
        );

    private static Participation Of(Token token) =>
        token.Kind != TokenKind.Word ? Participation.Told
        : Words.Contains(token.Text) || StartsWith(token.Text, Stems) || IsFuture(token.Text) ? Participation.Expected
        : StartsWith(token.Text, UnclearStems) ? Participation.Unclear
        : Participation.Told;

    private static bool IsFuture(string word) =>
        StartsWith(word, Verbs)
        && Array.Exists(FutureEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static bool StartsWith(string word, string[] stems) =>
        Array.Exists(stems, stem => word.StartsWith(stem, StringComparison.Ordinal))
        && !word.StartsWith("PROGRAMADOR", StringComparison.Ordinal);
}
