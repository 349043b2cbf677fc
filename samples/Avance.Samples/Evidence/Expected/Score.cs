namespace Avance.Samples.Evidence.Expected;

/// <summary>How much of what is there was found, and how much of what was found is there.</summary>
/// <param name="Expected">How many things are there.</param>
/// <param name="Found">How many were found.</param>
/// <param name="Right">How many of them are the same.</param>
public sealed record Score(int Expected, int Found, int Right)
{
    /// <summary>0 to 1; 1 if nothing was found.</summary>
    public double Precision => Found == 0 ? 1 : (double)Right / Found;

    /// <summary>0 to 1; 1 if nothing is there.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    /// <summary>Each thing counts once.</summary>
    public static Score Of<T>(IEnumerable<T> expected, IEnumerable<T> found)
    {
        var (left, right) = (expected.ToHashSet(), found.ToHashSet());
        return new Score(left.Count, right.Count, left.Count(right.Contains));
    }

    /// <summary>A score for each sort of fact, over all documents.</summary>
    public static SortedDictionary<string, Score> BySort(
        IEnumerable<DocumentNotes> expected,
        IEnumerable<DocumentNotes> found
    )
    {
        var (left, right) = (Flat(expected), Flat(found));
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        foreach (var sort in left.Concat(right).Select(item => item.Fact.Sort).Distinct(StringComparer.Ordinal))
        {
            scores[sort] = Of(left.Where(item => item.Fact.Sort == sort), right.Where(item => item.Fact.Sort == sort));
        }

        return scores;
    }

    private static List<(string Document, NotedFact Fact)> Flat(IEnumerable<DocumentNotes> documents) =>
        [.. documents.SelectMany(document => document.All().Select(fact => (document.Name, fact)))];
}
