using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds the numbers of women and of men in a text: <c>22 hombres</c>, <c>mujeres: 79</c>, <c>Hombres 12 (40 %) Mujeres 18</c>.</summary>
internal static class SexMentions
{
    private const int MaxWordsBetween = 5;

    // Words that stand between a number and the sex it counts.
    private static readonly HashSet<string> Between = WordSet.Of(
        """
        A ASISTENTES BENEFICIARIAS BENEFICIARIOS COLABORADORAS COLABORADORES COMO CORRESPONDE
        CORRESPONDEN CUALES DE DEL ELLAS ELLOS ERAN FUE FUERON GENERO IDENTIFICAN LAS LOS PARTICIPANTES PERSONA
        PERSONAS SE SER SERVIDOR SERVIDORA SERVIDORAS SERVIDORES SEXO SON TRABAJADORAS TRABAJADORES USUARIAS
        USUARIOS AS OS
        """
    );

    public static List<SexCount> In(List<Token> tokens)
    {
        var mentions = new List<SexCount>();
        var from = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var found =
                tokens[i].Kind == TokenKind.Count ? One(UncountedNumbers.Has(tokens, i) ? null : NumberFirst(tokens, i))
                : tokens[i].Kind == TokenKind.Word && i >= from ? SexFirst(tokens, i)
                : [];
            if (found.Count > 0)
            {
                mentions.AddRange(found);
                from = found[^1].LastIndex + 1;
                i = found[^1].LastIndex;
            }
        }

        return UncountedNumbers.Without(tokens, mentions);
    }

    private static List<SexCount> One(SexCount? mention) => mention is { } found ? [found] : [];

    private static List<SexCount> SexFirst(List<Token> tokens, int index)
    {
        var row = LabelledCounts.RowAt(tokens, index);
        return row.Count > 0 ? row : One(LabelledCounts.At(tokens, index));
    }

    /// <summary>22 hombres, 101 (74 %) fueron mujeres, 03 (tres) mujeres.</summary>
    private static SexCount? NumberFirst(List<Token> tokens, int index)
    {
        if (IsOfList(tokens, index))
        {
            return null;
        }

        var words = 0;
        SexCount? noun = null;
        for (var i = index + 1; i < tokens.Count && words <= MaxWordsBetween; i++)
        {
            var token = tokens[i];
            var aside =
                token.Kind == TokenKind.Percent
                || (token is { Kind: TokenKind.Count, InWords: true } && tokens[i - 1].Text == "(");
            // 20 participantes (60 % mujeres)
            if (
                token.Text == "("
                && words > 0
                && Tokens.Peek(tokens, i + 1).Kind == TokenKind.Percent
                && Tokens.Peek(tokens, i + 2).Text != ")"
            )
            {
                return noun;
            }

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
                return
                    IsOfBoth(tokens, i, sex)
                    || IsTotal(tokens, index, i)
                    || IsOfThings(tokens, index, i)
                    || IsLabel(tokens, index, i)
                    ? null
                    : new SexCount(sex, tokens[index], index, i, token.End);
            }

            if (i == index + 1 && token.Text is "M" or "F" or "H" or "V" && SexWords.OfLetter(token.Text) is { } letter)
            {
                return new SexCount(letter, tokens[index], index, i, token.End) { IsLetter = true };
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

    /// <summary>True for Total 30 (100 %) Mujeres 18 Hombres 12.</summary>
    private static bool IsTotal(List<Token> tokens, int number, int sex)
    {
        var before = number - (Tokens.Peek(tokens, number - 1).Text is ":" or "=" ? 2 : 1);
        return Tokens.Peek(tokens, before).Text == "TOTAL" && LabelledCounts.RowAt(tokens, sex).Count > 0;
    }

    /// <summary>True for 1) Mujeres 2) Hombres.</summary>
    private static bool IsOfList(List<Token> tokens, int index) =>
        Tokens.Peek(tokens, index + 1).Text == ")"
        && !tokens[Math.Max(0, index - MaxWordsBetween)..index].Exists(token => token.Text == "(");

    /// <summary>True for 5 organizaciones de mujeres y 2 de hombres, 300 a hombres.</summary>
    private static bool IsOfThings(List<Token> tokens, int number, int sex) =>
        sex == number + 2
        && tokens[number + 1].Text is "DE" or "A"
        // 18 corresponden a mujeres y 12 a hombres
        && !tokens[Math.Max(0, number - MaxWordsBetween)..number]
            .Exists(token => token.Text.StartsWith("CORRESPOND", StringComparison.Ordinal));

    /// <summary>True for 30 (mujeres: 18, hombres: 12): the number of the sex stands after it.</summary>
    private static bool IsLabel(List<Token> tokens, int number, int sex) =>
        sex > number + 1
        && (
            LabelledCounts.RowAt(tokens, sex).Count > 0
            || (Tokens.Peek(tokens, sex + 1).Text is ":" or "=" && LabelledCounts.At(tokens, sex) is not null)
        );

    /// <summary>True for 30 mujeres y hombres: the number is of both together.</summary>
    private static bool IsOfBoth(List<Token> tokens, int index, Sex sex)
    {
        var next = index + 1;
        if (next >= tokens.Count || tokens[next].Text is not ("Y" or "E" or "O" or "U" or "/"))
        {
            return false;
        }

        next += next + 1 < tokens.Count && tokens[next + 1].Text is "LOS" or "LAS" ? 2 : 1;
        return next < tokens.Count
            && tokens[next].Kind == TokenKind.Word
            && SexWords.OfWord(tokens[next].Text) is { } other
            && other != sex;
    }
}
