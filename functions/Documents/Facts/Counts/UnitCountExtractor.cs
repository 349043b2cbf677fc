using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Counts;

/// <summary>Finds numbers in an activity's unit of measure: <c>18 comunicados</c>, <c>comunicados emitidos: 18</c>.</summary>
public static class UnitCountExtractor
{
    public static readonly ExtractorVersion Version = new("unit-counts", 3);

    // Adjectives that may stand between number and noun.
    private const int MaxWordsBetween = 2;

    // servidores / as capacitados / as :
    private const int MaxTokensToColon = 8;

    // 13 % del total de las personas capacitadas
    private const int MaxWordsAfterPercent = 5;

    public static IEnumerable<UnitCount> Extract(IEnumerable<TextPiece> pieces, string unitOfMeasure)
    {
        var unit = UnitWords.Of(unitOfMeasure);
        return pieces.SelectMany(piece => In(piece, Tokens.Of(piece.Folded), unit)).Select(found => found.Count);
    }

    /// <summary>
    /// Numbers without a noun in a sentence that has one in the unit of measure: <c>de los 6 planes, 4 fueron adecuados</c>.
    /// They may be the claimed number.
    /// </summary>
    public static IEnumerable<UnitCount> Beside(IEnumerable<TextPiece> pieces, string unitOfMeasure)
    {
        var unit = UnitWords.Of(unitOfMeasure);
        foreach (var piece in pieces)
        {
            var tokens = Tokens.Of(piece.Folded);
            var known = In(piece, tokens, unit).Select(found => found.Number).ToHashSet();
            foreach (var index in known.SelectMany(number => BareNumbers.Beside(tokens, number)).Except(known).Order())
            {
                var token = tokens[index];
                yield return new UnitCount(
                    token.Value,
                    token.Kind == TokenKind.Percent,
                    piece.Raw(token.Start, token.End),
                    piece.WhereAt(token.Start),
                    [DoubtCode.NounMissing]
                );
            }
        }
    }

    private static IEnumerable<(UnitCount Count, int Number)> In(TextPiece piece, List<Token> tokens, UnitWords unit)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (At(piece, tokens, i, unit) is { } found)
            {
                yield return found;
            }
        }
    }

    private static (UnitCount Count, int Number)? At(TextPiece piece, List<Token> tokens, int index, UnitWords unit)
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

    private static (UnitCount Count, int Number)? NumberFirst(
        TextPiece piece,
        List<Token> tokens,
        int index,
        UnitWords unit,
        int between
    )
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
                var planned = PlannedNumbers.IsPlanned(tokens, index, i, unit);
                return (Found(piece, tokens[index], tokens[index].Start, tokens[i].End, synonym, planned), index);
            }

            words++;
        }

        return null;
    }

    private static (UnitCount Count, int Number)? NounFirst(
        TextPiece piece,
        List<Token> tokens,
        int index,
        UnitWords unit
    )
    {
        var (exact, synonym) = unit.Fits(tokens[index].Text);
        if ((!exact && !synonym) || IsCounted(tokens, index))
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

                if (
                    tokens[i + 1].Kind is not TokenKind.Count
                    && !(unit.IsPercent && tokens[i + 1].Kind is TokenKind.Percent)
                )
                {
                    return null;
                }

                var planned = PlannedNumbers.IsPlanned(tokens, i + 1, i, unit);
                return (Found(piece, tokens[i + 1], tokens[index].Start, tokens[i + 1].End, synonym, planned), i + 1);
            }

            // servidores/as capacitados/as: 180
            if (tokens[i].Kind != TokenKind.Word && tokens[i].Text != "/")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>True if a number stands before the noun: 18 comunicados: 10 en el primer semestre y 8 en el segundo.</summary>
    private static bool IsCounted(List<Token> tokens, int noun)
    {
        for (var i = noun - 1; i >= 0 && noun - i <= MaxWordsBetween + 1; i--)
        {
            if (tokens[i] is { Kind: TokenKind.Count, InWords: false } or { Kind: TokenKind.Count, Value: > 1 })
            {
                return true;
            }

            if (tokens[i].Kind != TokenKind.Word)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The number once more in words: 03 (tres) talleres.</summary>
    private static bool IsAside(List<Token> tokens, int index) =>
        tokens[index] is { Kind: TokenKind.Count, InWords: true }
        && index > 1
        && tokens[index - 1].Text == "("
        && tokens[index - 2].Kind == TokenKind.Count;

    private static UnitCount Found(TextPiece piece, Token number, int start, int end, bool synonym, bool planned)
    {
        (bool Holds, string Code)[] doubts =
        [
            (synonym, DoubtCode.Synonym),
            (number.HasBlank, DoubtCode.BlankInNumber),
            (planned, DoubtCode.Planned),
        ];
        return new UnitCount(
            number.Value,
            number.Kind == TokenKind.Percent,
            piece.Raw(start, end),
            piece.WhereAt(start),
            doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Code).ToValueList()
        );
    }
}
