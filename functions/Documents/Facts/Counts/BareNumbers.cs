using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Counts;

/// <summary>Numbers whose noun came before: <c>de los 6 planes, 4 fueron adecuados</c>.</summary>
internal static class BareNumbers
{
    private const int MaxTokensApart = 60;

    // Numbers after these are names.
    private static readonly HashSet<string> Named = WordSet.Of(
        "ACTIVIDAD ANEXO ARTICULO FOLIO LEY MODULO NUMERAL PAG PAGINA SESION VERSION"
    );

    // Words that follow a number that counts what was named before.
    private static readonly HashSet<string> GoesOn = WordSet.Of(
        "A CON DE DEL E EN ESTA ESTAN FUE LO LOS LAS NO O PARA POR QUE SE SI SIN SON TIENEN TODAVIA U Y YA"
    );

    /// <summary>Positions of such numbers in the sentence of another number.</summary>
    public static IEnumerable<int> Beside(List<Token> tokens, int number)
    {
        var first = number;
        while (first > 0 && number - first < MaxTokensApart && tokens[first - 1].Kind != TokenKind.End)
        {
            first--;
        }

        for (var i = first; i < tokens.Count && i - number < MaxTokensApart && tokens[i].Kind != TokenKind.End; i++)
        {
            if (i != number && IsBare(tokens, i))
            {
                yield return i;
            }
        }
    }

    private static bool IsBare(List<Token> tokens, int index)
    {
        var token = tokens[index];
        var before = index == 0 ? default : tokens[index - 1];
        if (
            token.Kind is not (TokenKind.Count or TokenKind.Percent)
            || (token.InWords && (token.Value <= 1 || before.Text == "("))
            || Named.Contains(before.Text ?? "")
        )
        {
            return false;
        }

        var next = index + 1;
        // 04 (cuatro) fueron
        if (next + 2 < tokens.Count && tokens[next].Text == "(" && tokens[next + 1].InWords)
        {
            next += 3;
        }

        return next >= tokens.Count
            || tokens[next].Kind == TokenKind.End
            || tokens[next].Text is "," or ")"
            || GoesOn.Contains(tokens[next].Text)
            || (tokens[next].Text.Length > 4 && tokens[next].Text.EndsWith("RON", StringComparison.Ordinal));
    }
}
