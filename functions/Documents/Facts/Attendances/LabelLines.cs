using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>
/// Joins paragraphs that are the lines of one count: <c>Mujeres: 18 (60 %)</c>, <c>Hombres: 12 (40 %)</c>,
/// <c>Total: 30</c>.
/// </summary>
internal static class LabelLines
{
    private const int MaxLine = 80;
    private const int MaxLines = 3;

    public static IEnumerable<TextPiece> Joined(IEnumerable<TextPiece> pieces)
    {
        var lines = new List<TextPiece>();
        foreach (var piece in pieces)
        {
            var isLine = IsLine(piece);
            if (lines.Count > 0 && (!isLine || lines.Count == MaxLines))
            {
                yield return Joined(lines);
                lines.Clear();
            }

            if (isLine)
            {
                lines.Add(piece);
            }
            else
            {
                yield return piece;
            }
        }

        if (lines.Count > 0)
        {
            yield return Joined(lines);
        }
    }

    private static bool IsLine(TextPiece piece)
    {
        // Lines one below the other are a column of a page, under its header.
        if (
            piece.Places.Count > 1
            || piece.Text.Length > MaxLine
            || Tokens.Words(piece.Folded).FirstOrDefault() is not { } word
        )
        {
            return false;
        }

        return (word == "TOTAL" || SexWords.OfWord(word) is not null) && LabelledCounts.IsLine(Tokens.Of(piece.Folded));
    }

    private static TextPiece Joined(List<TextPiece> lines)
    {
        if (lines.Count == 1)
        {
            return lines[0];
        }

        var places = new List<PlacedLine>();
        var start = 0;
        foreach (var line in lines)
        {
            places.AddRange(line.Places.Select(place => place with { Start = place.Start + start }));
            start += line.Text.Length + 1;
        }

        return new TextPiece(string.Join('\n', lines.Select(line => line.Text)), places.ToValueList());
    }
}
