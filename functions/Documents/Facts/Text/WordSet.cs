namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Sets of folded words.</summary>
internal static class WordSet
{
    /// <param name="words">Separated by blanks or line breaks.</param>
    public static HashSet<string> Of(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
