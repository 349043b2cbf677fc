using System.Buffers;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The words and letters that lists and sentences use for women and men.</summary>
internal static class SexWords
{
    /// <summary>Longest header that is read, in characters.</summary>
    public const int MaxHeader = 200;

    private const int MaxPlainHeader = 60;

    // Stands for each number of a header.
    private const string Number = "0";
    private const int MaxWordsOfCell = 4;

    // Follows ♀ where it is drawn in colours.
    private const char EmojiMark = '\uFE0F';

    private static readonly SearchValues<char> Marks = SearchValues.Create(".:=-()");
    private static readonly SearchValues<char> Separators = SearchValues.Create(" -.:=/()");

    private static readonly Dictionary<string, Sex> Words = new(StringComparer.Ordinal)
    {
        ["MUJER"] = Sex.Woman,
        ["MUJERES"] = Sex.Woman,
        ["FEMENINO"] = Sex.Woman,
        ["FEMENINOS"] = Sex.Woman,
        ["FEMENINA"] = Sex.Woman,
        ["FEMENINAS"] = Sex.Woman,
        ["FEM"] = Sex.Woman,
        ["DAMA"] = Sex.Woman,
        ["DAMAS"] = Sex.Woman,
        ["HOMBRE"] = Sex.Man,
        ["HOMBRES"] = Sex.Man,
        ["VARON"] = Sex.Man,
        ["VARONES"] = Sex.Man,
        ["MASCULINO"] = Sex.Man,
        ["MASCULINOS"] = Sex.Man,
        ["MASCULINA"] = Sex.Man,
        ["MASC"] = Sex.Man,
        ["CABALLERO"] = Sex.Man,
        ["CABALLEROS"] = Sex.Man,
    };

    /// <summary>
    /// Short forms, forms of address, and the words of Quechua and Aymara: in a sentence they mean something else (Warmi Ñan
    /// is a programme).
    /// </summary>
    private static readonly Dictionary<string, Sex> CellWords = new(StringComparer.Ordinal)
    {
        ["MUJ"] = Sex.Woman,
        ["SENORA"] = Sex.Woman,
        ["SENORAS"] = Sex.Woman,
        ["SENORITA"] = Sex.Woman,
        ["SRA"] = Sex.Woman,
        ["SRTA"] = Sex.Woman,
        ["FEMALE"] = Sex.Woman,
        ["♀"] = Sex.Woman,
        ["WARMI"] = Sex.Woman,
        ["HOM"] = Sex.Man,
        ["VAR"] = Sex.Man,
        ["SENOR"] = Sex.Man,
        ["SENORES"] = Sex.Man,
        ["SR"] = Sex.Man,
        ["MALE"] = Sex.Man,
        ["♂"] = Sex.Man,
        ["QARI"] = Sex.Man,
        ["QHARI"] = Sex.Man,
        ["CHACHA"] = Sex.Man,
    };

    private static readonly Dictionary<string, Sex> Letters = new(StringComparer.Ordinal)
    {
        ["F"] = Sex.Woman,
        ["FF"] = Sex.Woman,
        ["H"] = Sex.Man,
        ["V"] = Sex.Man,
        ["M"] = Sex.M,
        ["E"] = Sex.E,
        ["EE"] = Sex.E,
    };

    private static readonly HashSet<string> SexHeaders = WordSet.Of("GENDER GENERO SEX SEXO");

    // Words that a header has beside the one that matters.
    private static readonly HashSet<string> Beside = WordSet.Of(
        """
        A CANTIDAD CON DE DEL LA LAS LOS MARCAR N NRO NUMERO O PARTICIPANTE PARTICIPANTES PERSONAS
        SERVIDOR SERVIDORES SERVIDORAS ASISTENTE ASISTENTES SEXO GENERO TOTAL X Y
        """
    );

    public static Sex? OfWord(string folded) => Words.TryGetValue(folded, out var sex) ? sex : null;

    public static Sex? OfLetter(string folded) => Letters.TryGetValue(folded, out var sex) ? sex : null;

    /// <summary>The sex in a cell of a sex column, or null.</summary>
    public static Sex? OfCell(string cell)
    {
        if (cell.Length > MaxHeader)
        {
            return null;
        }

        var word = ReadableText
            .Fold(ReadableText.Clean(cell))
            .Trim(' ', '.', '(', ')', '"', '\'', '-', '_', '|', '*', '\n', EmojiMark);
        return OfAny(word) ?? OfWords(word);
    }

    /// <summary>The sex in a cell that has it in a word, not only in a letter.</summary>
    public static Sex? OfWordCell(string cell) =>
        OfCell(cell) is { } sex && (sex is Sex.Woman or Sex.Man) && cell.Trim().Length > 2 ? sex : null;

    private static Sex? OfAny(string word) =>
        OfWord(word) ?? OfLetter(word) ?? (CellWords.TryGetValue(word, out var sex) ? sex : null);

    /// <summary>The sex of a cell that says it twice: F - Femenino, 2. Mujer, Mujer (cisgénero).</summary>
    private static Sex? OfWords(string folded)
    {
        if (!folded.AsSpan().ContainsAny(Separators))
        {
            return null;
        }

        var isMarked = folded.AsSpan().ContainsAny(Marks);
        var words = Tokens
            .Words(folded)
            .Where(word => !(isMarked && word is [>= '0' and <= '9']))
            .Take(MaxWordsOfCell + 1)
            .ToList();
        var sexes = words.ConvertAll(OfAny);
        if (
            words.Count is 0 or > MaxWordsOfCell
            || words.Index().Any(word => sexes[word.Index] is null && !SexQuestions.IsBesideSex(word.Item))
        )
        {
            return null;
        }

        var told = sexes.OfType<Sex>().Distinct().ToList();
        // M beside a word is that word's letter; beside a letter it is the choice between the two.
        var spelt = words.Where(word => word.Length > 1).Select(OfAny).OfType<Sex>().Distinct().ToList();
        return told.Count == 1 ? told[0]
            : told.Count == 2 && told.Contains(Sex.M) && spelt.Count == 1 ? spelt[0]
            : null;
    }

    /// <summary>True for an answer that is neither woman nor man: Otro, No binario, Prefiere no decirlo.</summary>
    public static bool IsNeither(string cell)
    {
        var folded = ReadableText.Fold(ReadableText.Clean(cell.Length > MaxHeader ? "" : cell)).TrimStart();
        return folded.StartsWith("PREFIER", StringComparison.Ordinal)
            || folded.StartsWith("NO BINARI", StringComparison.Ordinal)
            || Tokens.Words(folded).FirstOrDefault() is "OTRO" or "OTRA" or "OTROS" or "OTRE";
    }

    /// <summary>The sex of the people in a column headed by a word that has an ending for each: Servidoras, Servidores.</summary>
    public static Sex? OfNounHeader(string cell)
    {
        var words = HeaderWords(cell);
        var sexes = words.Select(SexNouns.Of).OfType<Sex>().Distinct().ToList();
        return sexes.Count == 1 && words.TrueForAll(word => IsKnown(word) || SexNouns.Of(word) is not null)
            ? sexes[0]
            : null;
    }

    /// <summary>True for SEXO, GÉNERO, SEXO (M/F), ¿Cuál es su sexo?, H/M and the like; false for other headers with the word.</summary>
    public static bool IsSexHeader(string cell)
    {
        var words = HeaderWords(cell);
        return words.Exists(IsSexNoun)
            ? !SexQuestions.IsOfIdentity(words)
                && words.TrueForAll(word => word == Number || IsKnown(word) || SexQuestions.IsAsking(word))
            : IsPair(words) || IsChoice(words) || IsExplained(cell);
    }

    /// <summary>True for 1 hombre 2 mujer, which are codes and no counts.</summary>
    public static bool IsExplained(string cell) =>
        HeaderWords(cell) is var words
        && words.Contains(Number)
        && words.TrueForAll(word => word is Number or "HOMBRE" or "MUJER" or "MASCULINO" or "FEMENINO" or "VARON")
        && SexCodes.InHeader(cell) is not null;

    /// <summary>True for H/M, M/F and the like, without a word for sex.</summary>
    public static bool IsPair(string cell) => IsPair(HeaderWords(cell));

    /// <summary>True for a header that speaks of sex in words that may be about something else.</summary>
    public static bool MayBeSexHeader(string cell) =>
        SexQuestions.MentionsSex(cell)
        && HeaderWords(cell) is var words
        && words.Exists(IsSexNoun)
        && !SexQuestions.IsAboutOthers(words);

    /// <summary>True for a header that has a word for sex and no other but such as stand beside it: SEXO, GÉNERO (M/F).</summary>
    public static bool IsSexName(string cell) => IsSexHeader(cell) && HeaderWords(cell).Exists(IsSexNoun);

    /// <summary>True for SEXO, GÉNERO, GENDER.</summary>
    public static bool IsSexNoun(string folded) => SexHeaders.Contains(folded);

    /// <summary>True for GÉNERO alone, which books and music have too.</summary>
    public static bool IsOfGender(string header) =>
        HeaderWords(header).Where(word => word != Number).ToList() is ["GENERO"];

    /// <summary>True for IDENTIDAD DE GÉNERO, which is used where there is no sex column.</summary>
    public static bool IsIdentityHeader(string cell) =>
        HeaderWords(cell) is var words
        && SexQuestions.IsOfIdentity(words)
        && words.TrueForAll(word => word == Number || IsKnown(word) || SexQuestions.IsAsking(word));

    /// <summary>The sex whose people a column or row counts, as in N° DE MUJERES.</summary>
    public static Sex? OfCountHeader(string cell)
    {
        var words = HeaderWords(cell);
        if (words.Count == 0 || !words.TrueForAll(IsKnown))
        {
            return null;
        }

        var sexes = Distinct(words);
        return sexes.Count == 1 ? sexes[0]
            // MUJERES (M), HOMBRES (H)
            : sexes is [Sex.Woman or Sex.Man, Sex.M] ? sexes[0]
            : null;
    }

    /// <summary>What M means in a column, by its header: SEXO (H/M) or SEXO (M/F).</summary>
    public static Sex? MeaningOfM(string header)
    {
        var words = HeaderWords(header);
        var (woman, man) = (words.Exists(IsF), words.Exists(IsH));
        return (words.Exists(word => word == "M"), woman, man) switch
        {
            (true, true, false) => Sex.Man,
            (true, false, true) => Sex.Woman,
            _ => null,
        };
    }

    private static List<string> HeaderWords(string cell)
    {
        // A longer cell is a sentence, unless it is a question with its explanation.
        if (cell.Length is 0 or > MaxHeader || (cell.Length > MaxPlainHeader && !SexQuestions.MentionsSex(cell)))
        {
            return [];
        }

        var words = Tokens
            .Of(ReadableText.Fold(ReadableText.Clean(cell)))
            .Where(token => token.Kind != TokenKind.Mark && token.Kind != TokenKind.End)
            .Select(token => token.Kind == TokenKind.Word ? token.Text : Number)
            .ToList();
        return words;
    }

    private static List<Sex> Distinct(List<string> words) =>
        words.Select(word => OfWord(word) ?? OfLetter(word)).OfType<Sex>().Distinct().ToList();

    private static bool IsKnown(string word) =>
        OfWord(word) is not null || OfLetter(word) is not null || SexHeaders.Contains(word) || Beside.Contains(word);

    private static bool IsPair(List<string> words) =>
        words.Count > 0
        && words.TrueForAll(IsKnown)
        && (
            (
                words.Count == 2
                && words.TrueForAll(word => OfLetter(word) is not null)
                && words[0] != words[1]
                // Verdadero o falso.
                && !(words.Contains("V") && words.Contains("F"))
            ) || (Distinct(words) is [_, _] && words.TrueForAll(word => OfWord(word) is not null || word is "O" or "Y"))
        );

    /// <summary>True for ¿Es usted mujer u hombre?</summary>
    private static bool IsChoice(List<string> words) =>
        words.Exists(word => word is "O" or "U")
        && words.TrueForAll(word => OfWord(word) is not null || SexQuestions.IsAsking(word) || word is "O")
        && Distinct(words) is [Sex.Woman, Sex.Man] or [Sex.Man, Sex.Woman];

    private static bool IsF(string word) =>
        word is "F" || OfWord(word) == Sex.Woman && word.StartsWith("FEM", StringComparison.Ordinal);

    private static bool IsH(string word) => word is "H" or "V" or "HOMBRE" or "HOMBRES" or "VARON" or "VARONES";
}
