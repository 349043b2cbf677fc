using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Counts;

/// <summary>The noun of a unit of measure, as texts write it: <c>Número de servidores/as capacitados/as</c> → servidor.</summary>
internal sealed class UnitWords
{
    // Words of a unit of measure before its noun.
    private static readonly HashSet<string> Before = WordSet.Of(
        """
        A CANTIDAD DE DEL EL LA LAS LOS N NO NRO NUMERO PORCENTAJE TOTAL
        """
    );

    private readonly string? noun;

    private readonly HashSet<string> stems;

    private UnitWords(string? noun, bool isPercent, HashSet<string> stems) =>
        (this.noun, IsPercent, this.stems) = (noun, isPercent, stems);

    /// <summary>True for a percentage of something.</summary>
    public bool IsPercent { get; }

    /// <summary>True if people are counted, under any word.</summary>
    public bool IsOfPeople => noun is not null && IsPeople(noun);

    /// <summary>True if the documents themselves are counted: <c>Informe</c>, <c>Documento aprobado</c>.</summary>
    public bool IsDocument => noun is "INFORM" or "DOCUMENT";

    public static UnitWords Of(string unitOfMeasure)
    {
        var words = Tokens.Of(ReadableText.Fold(ReadableText.Clean(unitOfMeasure)));
        var percent = words.Exists(word => word.Text is "PORCENTAJE" or "%");
        var first = words.Find(word => word.Kind == TokenKind.Word && !Before.Contains(word.Text));
        return new UnitWords(
            first.Text is { Length: > 1 } text ? Stem(text) : null,
            percent,
            words
                .Where(word => word.Kind == TokenKind.Word)
                .Select(word => Stem(word.Text))
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>True if the unit of measure has the folded word itself: <c>personas inscritas</c>.</summary>
    public bool Contains(string word) => stems.Contains(Stem(word));

    /// <summary>Whether a folded word is the noun or, for people, another word for them; null if neither.</summary>
    public (bool Exact, bool Synonym) Fits(string word)
    {
        if (noun is null)
        {
            return (false, false);
        }

        var stem = Stem(word);
        var exact = stem == noun;
        return (exact, !exact && IsPeople(noun) && IsPeople(stem));
    }

    private static bool IsPeople(string stem) =>
        Array.Exists(PeopleWords.Stems, known => stem.StartsWith(known[..^1], StringComparison.Ordinal));

    /// <summary>Without the endings of number and sex: servidores, servidoras, servidor; veces, vez.</summary>
    private static string Stem(string word)
    {
        string[] endings = ["CES", "ORES", "ORAS", "ORA", "IONES", "ES", "OS", "AS", "S", "O", "A", "E"];
        string[] replaced = ["Z", "OR", "OR", "OR", "ION", "", "", "", "", "", "", ""];
        for (var i = 0; i < endings.Length; i++)
        {
            if (word.Length - endings[i].Length >= 2 && word.EndsWith(endings[i], StringComparison.Ordinal))
            {
                return word[..^endings[i].Length] + replaced[i];
            }
        }

        return word;
    }
}
