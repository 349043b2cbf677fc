using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds women and men in sentences: <c>22 hombres y 79 mujeres</c>, <c>mujeres: 79</c>.</summary>
internal static class SentenceAttendance
{
    private const int MaxTokensApart = 14;

    // Letters further apart are those of a list, after the ages of its people.
    private const int MaxTokensApartOfNounsAndLetters = 3;

    // 800 mujeres; 445 hombres
    private const int MaxTokensApartOfClauses = 3;

    private const int MaxTokensToMeasure = 10;

    public static IEnumerable<Attendance> Of(TextPiece piece, List<Token> tokens) =>
        SentenceSums.WithTotals(Counts(tokens)).Select(counts => Found(piece, tokens, counts));

    private static List<SentenceCounts> Counts(List<Token> tokens)
    {
        var counts = new List<SentenceCounts>();
        var areShares = tokens.Exists(token => token.Text.StartsWith("PORCENT", StringComparison.Ordinal));
        var mentions = SexMentions.In(tokens).FindAll(mention => !IsMeasure(tokens, mention));
        for (var i = 0; i < mentions.Count; i++)
        {
            var first = mentions[i];
            if (
                i + 1 < mentions.Count
                && mentions[i + 1] is var second
                && Pair(tokens, first, second) is var (women, men)
            )
            {
                i++;
                // Mujeres 60, hombres 40, en porcentaje
                if (!areShares || !Measures.AreHundred(women, men) || HasShares(tokens, first, second))
                {
                    var total = SentenceTotal.Of(tokens, first.Index, second.LastIndex, women, men);
                    counts.Add(new SentenceCounts(first, second, women, men, total));
                }
            }
            else if (first is { Sex: Sex.Woman or Sex.Man, IsArticle: false, IsNoun: false } && !IsYear(tokens, first))
            {
                long? ofWomen = first.Sex == Sex.Woman ? first.Value : null;
                long? ofMen = first.Sex == Sex.Man ? first.Value : null;
                counts.Add(new SentenceCounts(first, first, ofWomen, ofMen, SentenceTotal.OfPart(tokens, first)));
            }
        }

        return counts;
    }

    private static bool HasShares(List<Token> tokens, SexCount first, SexCount last) =>
        tokens[first.Index..Math.Min(tokens.Count, last.LastIndex + 3)]
            .Exists(token => token.Kind == TokenKind.Percent);

    /// <summary>2026 mujeres participaron: a year opens the sentence.</summary>
    private static bool IsYear(List<Token> tokens, SexCount first) =>
        Tokens.Peek(tokens, first.Index - 1).Kind == TokenKind.End
        && first.Number is { Value: >= 1990 and <= 2099, InWords: false } number
        && number.End - number.Start == 4;

    /// <summary>Promedio de notas: mujeres 17, hombres 15. A number before the word is another one, as of 40 horas.</summary>
    private static bool IsMeasure(List<Token> tokens, SexCount mention)
    {
        for (var i = mention.Index - 1; mention.IsLabelled && i >= 0 && mention.Index - i <= MaxTokensToMeasure; i--)
        {
            if (
                tokens[i].Kind == TokenKind.End
                || tokens[i].Text.StartsWith("PORCENT", StringComparison.Ordinal)
                || SentenceTotal.IsTakingPart(tokens[i])
            )
            {
                return false;
            }

            if (tokens[i].Kind == TokenKind.Word && Measures.IsWord(tokens[i].Text))
            {
                return Tokens.Peek(tokens, i - 1).Kind is not (TokenKind.Count or TokenKind.OtherNumber);
            }
        }

        return false;
    }

    private static Attendance Found(TextPiece piece, List<Token> tokens, SentenceCounts counts)
    {
        var (first, last, total) = (counts.First, counts.Last, counts.Total);
        var start = tokens[Math.Min(total?.Index ?? first.Index, first.Index)].Start;
        var end = Math.Max(last.End, total is { } whole ? tokens[whole.Index].End : 0);
        (bool Holds, string Code)[] doubts =
        [
            (counts.Women is null || counts.Men is null, DoubtCode.OneSexOnly),
            (total is { IsMet: false }, DoubtCode.SumDiffers),
            (first.HasBlank || last.HasBlank, DoubtCode.BlankInNumber),
            (first.IsPlanned || last.IsPlanned, DoubtCode.Planned),
        ];
        return new Attendance(
            counts.Women,
            counts.Men,
            total?.Value,
            AttendanceSource.Sentence,
            piece.Raw(start, end),
            piece.WhereAt(start),
            doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Code).ToValueList()
        );
    }

    private static (long Women, long Men)? Pair(List<Token> tokens, SexCount first, SexCount second)
    {
        if (first.IsNoun != second.IsNoun || !AreTogether(tokens, first, second))
        {
            return null;
        }

        return (first.Sex, second.Sex) switch
        {
            (Sex.Woman, Sex.Man) or (Sex.Woman, Sex.M) or (Sex.M, Sex.Man) => (first.Value, second.Value),
            (Sex.Man, Sex.Woman) or (Sex.M, Sex.Woman) or (Sex.Man, Sex.M) => (second.Value, first.Value),
            _ => null,
        };
    }

    private static bool AreTogether(List<Token> tokens, SexCount first, SexCount second)
    {
        if (second.Index - first.LastIndex > MaxTokensApart)
        {
            return false;
        }

        var (apart, clauses) = (1, 0);
        for (var i = first.LastIndex + 1; i < second.Index; i++)
        {
            apart += tokens[i].Kind == TokenKind.Percent || tokens[i].Text is "(" or ")" ? 0 : 1;
            // Mujeres: 18. Hombres: 12.
            var isClause = tokens[i].Text is ";" or "•" || (first.IsLabelled && second.IsLabelled);
            clauses +=
                tokens[i].Kind == TokenKind.End
                    ? isClause
                        ? 1
                        : 2
                    : 0;
        }

        return clauses < 2
            && (clauses == 0 || apart <= MaxTokensApartOfClauses)
            && (!(first.IsNoun || first.IsLetter) || apart <= MaxTokensApartOfNounsAndLetters);
    }
}
