using System.Text.RegularExpressions;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>
/// The meanings that a document gives to letters and numbers: <c>M: Mujer</c>, <c>(M) mujer</c>, <c>1 = Hombre, 2 = Mujer</c>.
/// </summary>
internal sealed partial class SexLegend
{
    private const int MaxLegend = 300;
    private const int MaxPair = 20;
    private const int MatchMilliseconds = 1_000;

    private static readonly HashSet<string> Announcing = WordSet.Of(
        "CLAVE CLAVES CODIFICACION CODIGO CODIGOS DONDE LEYENDA"
    );

    private static readonly HashSet<string> Singular = WordSet.Of("FEMENINO HOMBRE MASCULINO MUJER VARON");

    private readonly List<(int Code, Sex? Sex)> pairs = [];
    private readonly Lazy<SexCodes?> codes;

    public SexLegend() => codes = new(() => SexCodes.Of(pairs));

    /// <summary>The meaning of M; null if none is given.</summary>
    public Sex? M { get; private set; }

    /// <summary>The meanings of numbers; null if none are given, or different ones. Complete once all pieces are added.</summary>
    public SexCodes? Codes => codes.Value;

    /// <summary>The meaning that a text gives to M: <c>M: Mujer</c>, <c>M = Masculino</c>, <c>(M) mujer</c>.</summary>
    public static Sex? MeaningOfM(List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text != "M")
            {
                continue;
            }

            var next = i + 1;
            while (next < tokens.Count && next - i <= 2 && tokens[next].Text is ":" or "=" or ")" or "-")
            {
                next++;
            }

            if (next > i + 1 && next < tokens.Count && SexWords.OfWord(tokens[next].Text) is { } meaning)
            {
                return meaning;
            }
        }

        return null;
    }

    /// <returns>True if the text explains numbers, which are no counts of people.</returns>
    public bool Add(string folded, List<Token> tokens)
    {
        M ??= MeaningOfM(tokens);
        if (folded.Length > MaxLegend || !folded.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        if (IsExplanation(folded) && SexCodes.InHeader(folded) is { } told)
        {
            pairs.AddRange(told.Pairs);
            return true;
        }

        var found = CodeFirst()
            .Matches(folded)
            .Concat(WordFirst().Matches(folded))
            .Select(match =>
                (SexCodes.Code(match.Groups["code"].Value)!.Value, SexWords.OfWord(match.Groups["word"].Value))
            )
            .ToList();
        var isLegend = found.Count > 0 && (folded.Length <= MaxPair || SexCodes.Of(found) is not null);
        pairs.AddRange(isLegend ? found : []);
        return isLegend;
    }

    /// <summary>Adds the rows of a table of codes: a number, and the word for a sex beside it.</summary>
    public void Add(TableBlock table)
    {
        foreach (var row in table.Rows)
        {
            if (
                row.Cells.Count is 2 or 3
                && SexCodes.Code(row.Cells[^2].Trim()) is { } code
                && SexWords.OfWord(ReadableText.Fold(row.Cells[^1]).Trim()) is { } sex
                && row.Cells.SkipLast(2).All(cell => string.IsNullOrWhiteSpace(cell) || SexWords.IsSexName(cell))
            )
            {
                pairs.Add((code, sex));
            }
        }
    }

    private static bool IsExplanation(string folded) =>
        SexWords.IsSexName(folded) || SexWords.IsExplained(folded) || IsAnnounced(folded);

    /// <summary>True for a text that says that it explains codes, and has no word for several women or men.</summary>
    private static bool IsAnnounced(string folded)
    {
        var words = Tokens.Words(folded).ToList();
        return words.Exists(Announcing.Contains)
            && words.TrueForAll(word => SexWords.OfWord(word) is null || Singular.Contains(word));
    }

    [GeneratedRegex(
        @"(?<![\w.,/-])\(?(?<code>\d)\s?[:=).-]{1,2}\s{0,2}(?<word>MUJER|HOMBRE|FEMENINO|MASCULINO|VARON)(?!\w)",
        RegexOptions.ExplicitCapture,
        MatchMilliseconds
    )]
    private static partial Regex CodeFirst();

    [GeneratedRegex(
        @"(?<!\w)(?<word>MUJER|HOMBRE|FEMENINO|MASCULINO|VARON)\s?=\s?(?<code>\d)(?!\w|[.,/-]\d)",
        RegexOptions.ExplicitCapture,
        MatchMilliseconds
    )]
    private static partial Regex WordFirst();
}
