using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Counts;

/// <summary>Tells targets, and wholes of which a part is counted, from numbers of what was done.</summary>
internal static class PlannedNumbers
{
    private const int MaxTokensBefore = 12;
    private const int MaxTokensAfter = 2;

    private static readonly string[] Stems =
    [
        "CONVOCAD",
        "CONVOCARON",
        "CONVOCO",
        "INSCRIBI",
        "INSCRIT",
        "INVITAD",
        "INVITARON",
        "INVITO",
        "PLANIFICA",
        "PREVIST",
        "PROGRAMAD",
        "PROGRAMARON",
        "PROGRAMO",
    ];

    /// <param name="number">Position of the number.</param>
    /// <param name="noun">Position of the last token of what it counts; before the number if its noun stands there.</param>
    public static bool IsPlanned(List<Token> tokens, int number, int noun, UnitWords unit)
    {
        if (IsWhole(tokens, number))
        {
            return true;
        }

        for (var i = number - 1; i >= 0 && number - i <= MaxTokensBefore; i--)
        {
            if (tokens[i].Kind is TokenKind.End or TokenKind.Count)
            {
                break;
            }

            if (IsPlanWord(tokens[i], unit))
            {
                return true;
            }
        }

        for (var i = noun + 1; noun > number && i < tokens.Count && i <= noun + MaxTokensAfter; i++)
        {
            if (tokens[i].Kind != TokenKind.Word)
            {
                break;
            }

            if (IsPlanWord(tokens[i], unit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>De los 44 protocolos, de un total de 250 servidores; De 25 servidores at the beginning.</summary>
    private static bool IsWhole(List<Token> tokens, int number)
    {
        return (At(1) is "LOS" or "LAS" && At(2) is "DE" or "ENTRE")
            || (At(1) == "DE" && At(2) == "TOTAL" && At(3) == "DEL")
            // UN is read as a number.
            || (At(1) == "DE" && At(2) == "TOTAL" && At(3).Length == 0 && At(4) == "DE")
            || (At(1) == "DE" && (number == 1 || tokens[number - 2].Kind == TokenKind.End));

        string At(int back) => number >= back ? tokens[number - back].Text ?? "" : "-";
    }

    private static bool IsPlanWord(Token token, UnitWords unit) =>
        token.Kind == TokenKind.Word
        && (
            token.Text is "META" or "METAS"
            || Array.Exists(Stems, stem => token.Text.StartsWith(stem, StringComparison.Ordinal))
        )
        && !unit.Contains(token.Text);
}
