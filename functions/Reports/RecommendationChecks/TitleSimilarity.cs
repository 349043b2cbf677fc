using System.Globalization;
using System.Text;

namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>How alike two titles are, by their words. Pure.</summary>
public static class TitleSimilarity
{
    /// <summary>Shorter words (de, la, con) are in every title and tell nothing.</summary>
    private const int ShortestWord = 4;

    /// <summary>
    /// 0 for no word in common, 1 for the same words in any order, case and accents: twice the common words ÷ the words
    /// of both.
    /// </summary>
    public static double Of(string one, string other)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        return left.Count + right.Count == 0 ? 0 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
    }

    private static HashSet<string> WordsOf(string title)
    {
        var plain = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            }
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => word.Length >= ShortestWord).ToHashSet(StringComparer.Ordinal);
        return telling.Count > 0 ? telling : words.ToHashSet(StringComparer.Ordinal);
    }
}
