using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Dates;

/// <summary>Finds days: <c>15 de julio de 2023</c>, <c>01.09.2023</c>, <c>27/12/2023</c>, <c>2023-12-27</c>.</summary>
public static class DateExtractor
{
    public static readonly ExtractorVersion Version = new("dates", 2);

    public static IEnumerable<DateMention> Extract(TextPiece piece)
    {
        var at = 0;
        while (at < piece.Folded.Length)
        {
            if (!char.IsAsciiDigit(piece.Folded[at]))
            {
                at++;
                continue;
            }

            if (!IsInside(piece.Folded, at) && DateScanner.At(piece.Folded, at) is { } found)
            {
                yield return new DateMention(
                    found.Date,
                    piece.Raw(at, found.End),
                    piece.WhereAt(at),
                    found.Doubt is null ? [] : [found.Doubt]
                );
                at = found.End;
                continue;
            }

            while (at < piece.Folded.Length && char.IsAsciiDigit(piece.Folded[at]))
            {
                at++;
            }
        }
    }

    /// <summary>True in the middle of a document number, a telephone number or a version.</summary>
    private static bool IsInside(string folded, int at) =>
        at > 0
        && (
            char.IsLetterOrDigit(folded[at - 1])
            || (folded[at - 1] is '-' or '/' or '.' && at > 1 && char.IsLetterOrDigit(folded[at - 2]))
        );
}
