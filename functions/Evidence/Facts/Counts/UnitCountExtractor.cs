using Avance.Functions.Evidence.Facts.Attendances;
using Avance.Functions.Evidence.Facts.Text;

namespace Avance.Functions.Evidence.Facts.Counts;

/// <summary>Finds numbers in an activity's unit of measure: <c>18 comunicados</c>, <c>comunicados emitidos: 18</c>.</summary>
public static class UnitCountExtractor
{
    public static readonly ExtractorVersion Version = new("unit-counts", 2);

    // Adjectives that may stand between number and noun.
    private const int MaxWordsBetween = 2;

    // servidores / as capacitados / as :
    private const int MaxTokensToColon = 8;

    // 13 % del total de las personas capacitadas
    private const int MaxWordsAfterPercent = 5;

    public static IEnumerable<UnitCount> Extract(IEnumerable<TextPiece> pieces, string unitOfMeasure)
    {
        var unit = UnitWords.Of(unitOfMeasure);
        foreach (var piece in pieces)
        {
            var tokens = Tokens.Of(piece.Folded);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (At(piece, tokens, i, unit) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static UnitCount? At(TextPiece piece, List<Token> tokens, int index, UnitWords unit)
    {
        var token = tokens[index];
        return token.Kind switch
        {
            // UN and UNA are mostly articles.
            TokenKind.Count when !(token.InWords && (token.Value <= 1 || IsAside(tokens, index))) => NumberFirst(
                piece,
                tokens,
                index,
                unit,
                MaxWordsBetween
            ),
            TokenKind.Percent when unit.IsPercent => NumberFirst(piece, tokens, index, unit, MaxWordsAfterPercent),
            TokenKind.Word => NounFirst(piece, tokens, index, unit),
            _ => null,
        };
    }

    private static UnitCount? NumberFirst(TextPiece piece, List<Token> tokens, int index, UnitWords unit, int between)
    {
        var words = 0;
        for (var i = index + 1; i < tokens.Count && words <= between; i++)
        {
            if (IsAside(tokens, i) || tokens[i].Text is "(" or ")")
            {
                continue;
            }

            if (tokens[i].Kind != TokenKind.Word)
            {
                return null;
            }

            var (exact, synonym) = unit.Fits(tokens[i].Text);
            if (exact || synonym)
            {
                return Found(piece, tokens[index], tokens[index].Start, tokens[i].End, synonym);
            }

            words++;
        }

        return null;
    }

    private static UnitCount? NounFirst(TextPiece piece, List<Token> tokens, int index, UnitWords unit)
    {
        var (exact, synonym) = unit.Fits(tokens[index].Text);
        if (!exact && !synonym)
        {
            return null;
        }

        for (var i = index + 1; i + 1 < tokens.Count && i - index <= MaxTokensToColon; i++)
        {
            if (tokens[i].Text is ":" or "=")
            {
                // 109 personas capacitadas: 70 mujeres y 39 hombres
                if (i + 2 < tokens.Count && SexWords.OfWord(tokens[i + 2].Text) is not null)
                {
                    return null;
                }

                return
                    tokens[i + 1].Kind is TokenKind.Count || (unit.IsPercent && tokens[i + 1].Kind is TokenKind.Percent)
                    ? Found(piece, tokens[i + 1], tokens[index].Start, tokens[i + 1].End, synonym)
                    : null;
            }

            // servidores/as capacitados/as: 180
            if (tokens[i].Kind != TokenKind.Word && tokens[i].Text != "/")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The number once more in words: 03 (tres) talleres.</summary>
    private static bool IsAside(List<Token> tokens, int index) =>
        tokens[index] is { Kind: TokenKind.Count, InWords: true }
        && index > 1
        && tokens[index - 1].Text == "("
        && tokens[index - 2].Kind == TokenKind.Count;

    private static UnitCount Found(TextPiece piece, Token number, int start, int end, bool synonym)
    {
        (bool Holds, string Code)[] doubts = [(synonym, DoubtCode.Synonym), (number.HasBlank, DoubtCode.BlankInNumber)];
        return new UnitCount(
            number.Value,
            number.Kind == TokenKind.Percent,
            piece.Raw(start, end),
            piece.WhereAt(start),
            doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Code).ToValueList()
        );
    }
}
