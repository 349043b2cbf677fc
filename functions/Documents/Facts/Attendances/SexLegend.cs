using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds the meaning that a document gives to M: <c>M: Mujer</c>, <c>M = Masculino</c>, <c>(M) mujer</c>.</summary>
internal static class SexLegend
{
    public static Sex? In(List<Token> tokens)
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
}
