using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>
/// Reads the numbers of several documents of one kind: <c>Informes N° 12, 13 y 14-2026-MIMP</c>. What a number leaves out
/// it has from the one after it.
/// </summary>
internal static class NumberList
{
    private const int MaxNumbers = 50;

    // Folded.
    private static readonly string[] And = ["Y", "E", "AL"];
    private static readonly string[] Articles = ["EL", "LA", "LOS", "LAS"];

    /// <summary>The number and those after it, each with the position where it begins.</summary>
    /// <param name="start">Position where the first one begins.</param>
    public static List<(int Start, NumberParts Number)> Of(
        TextPiece piece,
        int start,
        NumberParts first,
        ReferenceType type
    )
    {
        var list = new List<(int Start, NumberParts Number)> { (start, first) };
        while (
            list.Count < MaxNumbers
            && !list[^1].Number.IsAbsent
            && Next(piece.Folded, list[^1].Number.End) is { } at
            && new NumberScanner(piece.Text, piece.Folded, at).Read() is { IsAbsent: false } number
        )
        {
            list.Add((at, number));
        }

        if (!type.IsNational)
        {
            for (var i = list.Count - 2; i >= 0; i--)
            {
                list[i] = list[i] with { Number = list[i].Number.Before(list[i + 1].Number) };
            }
        }

        var end = list.FindIndex(1, item => !Belongs(item.Number, type, first));
        if (end < 0)
        {
            return list;
        }

        // 12 and 13 of "N° 12 y 13 participantes": no more is known of the first than stands there itself.
        var (own, kept) = (first, list[..end]);
        return end == 1 ? [(start, own)] : kept;
    }

    private static bool Belongs(NumberParts number, ReferenceType type, NumberParts first) =>
        type.IsNational
            ? number.Digits.Length == 5 && number.Offices.Count == 0
            : number.IsComplete
                || number.HasPrefix
                || (number.Year is not null && (number.HasSign || first.Year is null || type.IsWithoutOffice));

    /// <summary>Position after a comma, <c>y</c> and the like, where a number begins; null without one.</summary>
    private static int? Next(string folded, int start)
    {
        var at = start;
        NumberHyphen.Blanks(folded, ref at);
        var comma = at < folded.Length && folded[at] is ',' or ';';
        at += comma ? 1 : 0;
        NumberHyphen.Blanks(folded, ref at);
        var and = SkipWord(folded, ref at, And);
        if (!comma && !and)
        {
            return null;
        }

        SkipWord(folded, ref at, Articles);
        return at < folded.Length && (char.IsAsciiDigit(folded[at]) || folded[at] is 'N' or 'D' or '№' or '#')
            ? at
            : null;
    }

    private static bool SkipWord(string folded, ref int at, string[] words)
    {
        foreach (var word in words)
        {
            var end = at + word.Length;
            if (
                folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal)
                && end < folded.Length
                && char.IsWhiteSpace(folded[end])
            )
            {
                at = end;
                NumberHyphen.Blanks(folded, ref at);
                return true;
            }
        }

        return false;
    }
}
