using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds women and men in sentences: <c>22 hombres y 79 mujeres</c>, <c>mujeres: 79</c>.</summary>
internal static class SentenceAttendance
{
    private const int MaxWordsBetween = 5;
    private const int MaxTokensApart = 14;

    // Letters further apart are those of a list, after the ages of its people.
    private const int MaxTokensApartOfNounsAndLetters = 3;

    // Words that stand between a number and the sex it counts.
    private static readonly HashSet<string> Between = WordSet.Of(
        """
        A ASISTENTES BENEFICIARIAS BENEFICIARIOS COLABORADORAS COLABORADORES COMO CORRESPONDE
        CORRESPONDEN DE DEL ERAN FUE FUERON GENERO IDENTIFICAN PARTICIPANTES PERSONA PERSONAS SE
        SER SERVIDOR SERVIDORA SERVIDORAS SERVIDORES SEXO SON TRABAJADORAS TRABAJADORES USUARIAS
        USUARIOS AS OS
        """
    );

    public static IEnumerable<Attendance> Of(TextPiece piece, List<Token> tokens)
    {
        var mentions = Mentions(tokens);
        for (var i = 0; i < mentions.Count; i++)
        {
            var first = mentions[i];
            SexCount? second = i + 1 < mentions.Count ? mentions[i + 1] : null;
            if (second is { } other && Pair(tokens, first, other) is { } pair)
            {
                yield return Found(piece, tokens, first, other, pair.Women, pair.Men);
                i++;
            }
            else if (first is { Sex: Sex.Woman or Sex.Man, IsArticle: false, IsNoun: false })
            {
                long? women = first.Sex == Sex.Woman ? first.Value : null;
                long? men = first.Sex == Sex.Man ? first.Value : null;
                yield return Found(piece, tokens, first, first, women, men);
            }
        }
    }

    private static Attendance Found(
        TextPiece piece,
        List<Token> tokens,
        SexCount first,
        SexCount last,
        long? women,
        long? men
    )
    {
        var total = women is { } w && men is { } m ? SentenceTotal.Of(tokens, first.Index, last.LastIndex, w, m) : null;
        var start = tokens[Math.Min(total?.Index ?? first.Index, first.Index)].Start;
        var end = Math.Max(last.End, total is { } whole ? tokens[whole.Index].End : 0);
        (bool Holds, string Code)[] doubts =
        [
            (women is null || men is null, DoubtCode.OneSexOnly),
            (total is { IsMet: false }, DoubtCode.SumDiffers),
            (first.HasBlank || last.HasBlank, DoubtCode.BlankInNumber),
        ];
        return new Attendance(
            women,
            men,
            total?.Value,
            AttendanceSource.Sentence,
            piece.Raw(start, end),
            piece.WhereAt(start),
            doubts.Where(doubt => doubt.Holds).Select(doubt => doubt.Code).ToValueList()
        );
    }

    private static (long? Women, long? Men)? Pair(List<Token> tokens, SexCount first, SexCount second)
    {
        var last = Math.Min(second.LastIndex, tokens.Count - 1);
        var apart = first.IsNoun || first.IsLetter ? MaxTokensApartOfNounsAndLetters : MaxTokensApart;
        if (first.IsNoun != second.IsNoun || second.Index - first.LastIndex > apart)
        {
            return null;
        }

        for (var i = first.Index; i < last; i++)
        {
            if (tokens[i].Kind == TokenKind.End)
            {
                return null;
            }
        }

        return (first.Sex, second.Sex) switch
        {
            (Sex.Woman, Sex.Man) or (Sex.Woman, Sex.M) or (Sex.M, Sex.Man) => (first.Value, second.Value),
            (Sex.Man, Sex.Woman) or (Sex.M, Sex.Woman) or (Sex.Man, Sex.M) => (second.Value, first.Value),
            _ => null,
        };
    }

    private static List<SexCount> Mentions(List<Token> tokens)
    {
        var mentions = new List<SexCount>();
        var from = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var found =
                tokens[i].Kind == TokenKind.Count ? NumberFirst(tokens, i)
                : tokens[i].Kind == TokenKind.Word && i >= from ? SexFirst(tokens, i)
                : null;
            if (found is { } mention)
            {
                mentions.Add(mention);
                from = mention.LastIndex + 1;
                i = mention.LastIndex;
            }
        }

        return mentions;
    }

    /// <summary>22 hombres, 101 (74 %) fueron mujeres, 03 (tres) mujeres.</summary>
    private static SexCount? NumberFirst(List<Token> tokens, int index)
    {
        var words = 0;
        SexCount? noun = null;
        for (var i = index + 1; i < tokens.Count && words <= MaxWordsBetween; i++)
        {
            var token = tokens[i];
            var aside =
                token.Kind == TokenKind.Percent
                || (token is { Kind: TokenKind.Count, InWords: true } && tokens[i - 1].Text == "(");
            if (aside || token.Text is "(" or ")" or "/")
            {
                continue;
            }

            if (token.Kind != TokenKind.Word)
            {
                return noun;
            }

            if (SexWords.OfWord(token.Text) is { } sex)
            {
                return new SexCount(sex, tokens[index], index, i, tokens[i].End);
            }

            if (i == index + 1 && token.Text is "M" or "F" or "H" or "V" && SexWords.OfLetter(token.Text) is { } letter)
            {
                return new SexCount(letter, tokens[index], index, i, tokens[i].End) { IsLetter = true };
            }

            if (words == 0 && SexNouns.At(tokens, i) is { } named)
            {
                noun = new SexCount(named, tokens[index], index, i, token.End) { IsNoun = true };
            }

            if (!Between.Contains(token.Text))
            {
                return noun;
            }

            words++;
        }

        return noun;
    }

    /// <summary>mujeres: 79, hombres (22), F = 12; a mark must stand between.</summary>
    private static SexCount? SexFirst(List<Token> tokens, int index)
    {
        var word = SexWords.OfWord(tokens[index].Text);
        var letter = tokens[index].Text is "M" or "F" or "H" or "V" ? SexWords.OfLetter(tokens[index].Text) : null;
        if ((word ?? letter) is not { } sex || index + 2 >= tokens.Count)
        {
            return null;
        }

        var mark = tokens[index + 1].Text is ":" or "=" || (word is not null && tokens[index + 1].Text is "(" or "-");
        var number = tokens[index + 2];
        return mark && number.Kind == TokenKind.Count
            ? new SexCount(sex, number, index, index + 2, number.End) { IsLetter = word is null }
            : null;
    }
}
