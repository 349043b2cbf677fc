using System.Globalization;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Numbers that stand for the sexes: <c>1 = Hombre, 2 = Mujer</c>.</summary>
internal sealed class SexCodes
{
    private const int MaxCodes = 6;
    private const int MaxCodeOfSex = 2;

    private readonly IReadOnlyDictionary<int, Sex?> meanings;

    private SexCodes(IReadOnlyDictionary<int, Sex?> meanings) => this.meanings = meanings;

    public IEnumerable<(int Code, Sex? Sex)> Pairs => meanings.Select(item => (item.Key, item.Value));

    /// <summary>The sex in a cell, or that it is an answer that is neither woman nor man.</summary>
    /// <param name="codes">What numbers mean; null if nothing says it.</param>
    public static (Sex? Sex, bool IsNeither) Read(string cell, SexCodes? codes)
    {
        if (codes is not null && Code(cell.Trim()) is { } code && codes.meanings.TryGetValue(code, out var meaning))
        {
            return (meaning, meaning is null);
        }

        var sex = SexWords.OfCell(cell);
        return (sex, sex is null && SexWords.IsNeither(cell));
    }

    /// <summary>The codes that a column's header explains; null if it explains none.</summary>
    public static SexCodes? InHeader(string header)
    {
        if (header.Length > SexWords.MaxHeader || !header.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var words = Tokens.Words(ReadableText.Fold(ReadableText.Clean(header))).ToList();
        var after = words.FindLastIndex(SexWords.IsSexNoun) + 1;
        return Of(words.Skip(after)) ?? Of(words);
    }

    /// <summary>Codes and their sexes in turns, in either order.</summary>
    public static SexCodes? Of(IEnumerable<string> words)
    {
        var parts = words.Select(Part).OfType<(int? Code, Sex? Sex)>().ToList();
        var from = parts.Count % 2;
        return Of(parts, from) ?? (from == 1 ? Of(parts, 0) : null);
    }

    /// <summary>The codes of pairs that were found apart; null unless they tell women from men.</summary>
    public static SexCodes? Of(IEnumerable<(int Code, Sex? Sex)> pairs)
    {
        var told = new Dictionary<int, Sex?>();
        foreach (var (code, sex) in pairs)
        {
            if (told.TryGetValue(code, out var known) && known != sex)
            {
                return null;
            }

            told[code] = sex;
        }

        var (women, men, either) = (Count(Sex.Woman), Count(Sex.Man), Count(Sex.M));
        var isTold = (women, men, either) is (1, 1, 0) or (1, 0, 1) or (0, 1, 1);
        // Higher numbers are counts.
        var areCodes = told.All(item => item.Value is null || item.Key <= MaxCodeOfSex);
        if (!isTold || !areCodes || told.Count > MaxCodes)
        {
            return null;
        }

        var other = women == 1 ? Sex.Man : Sex.Woman;
        return new SexCodes(told.ToDictionary(item => item.Key, item => item.Value == Sex.M ? other : item.Value));

        int Count(Sex sex) => told.Values.Count(value => value == sex);
    }

    public static int? Code(string text) =>
        text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static SexCodes? Of(List<(int? Code, Sex? Sex)> parts, int from)
    {
        var pairs = new List<(int Code, Sex? Sex)>();
        for (var i = from; i + 1 < parts.Count; i += 2)
        {
            var (first, second) = (parts[i], parts[i + 1]);
            if ((first.Code is null) == (second.Code is null) || (first.Code is null) != (parts[from].Code is null))
            {
                return null;
            }

            pairs.Add(((first.Code ?? second.Code)!.Value, first.Code is null ? first.Sex : second.Sex));
        }

        return Of(pairs);
    }

    private static (int? Code, Sex? Sex)? Part(string word) =>
        Code(word) is { } code ? (code, null)
        : (SexWords.OfWord(word) ?? SexWords.OfLetter(word)) is { } sex && sex != Sex.E ? (null, sex)
        : word is "OTRO" or "OTRA" or "OTROS" or "BINARIO" or "BINARIE" or "PREFIERE" or "PREFIERO" ? (null, null)
        : null;
}
