namespace Avance.Functions.Findings.Figures;

/// <summary>
/// The numbers that documents add up to. A report and the list in it count the same people, so each document gives one
/// number: one that it states, or all of one source added up (a list a session). Any selection of documents may be
/// added up.
/// </summary>
internal sealed class FigureSums
{
    // Beyond this nearly every number can be made, so that none contradicts a claim.
    private const int MaxSums = 4_000;
    private const int MaxPerDocument = 40;

    private readonly SortedDictionary<decimal, ValueList<EvidencedFigure>> sums = [];

    /// <param name="documents">What each document gives.</param>
    public FigureSums(IEnumerable<IReadOnlyCollection<EvidencedFigure>> documents)
    {
        foreach (var document in documents)
        {
            Add(document);
        }
    }

    private FigureSums() { }

    /// <summary>True if there were too many numbers to tell.</summary>
    public bool HasTooManySums { get; private set; }

    /// <summary>Numbers that do not add up, as percents.</summary>
    public static FigureSums OfSingles(IEnumerable<EvidencedFigure> figures)
    {
        var singles = new FigureSums();
        foreach (var figure in figures)
        {
            singles.sums.TryAdd(figure.Value, [figure]);
        }

        return singles;
    }

    public bool Contains(decimal value) => HasTooManySums || sums.ContainsKey(value);

    /// <summary>The number nearest to a claim, and what makes it; of two equally near the greater. Null without any.</summary>
    public (decimal Value, ValueList<EvidencedFigure> Parts)? Closest(decimal value)
    {
        (decimal Value, ValueList<EvidencedFigure> Parts)? closest = null;
        foreach (var (sum, parts) in sums)
        {
            if (closest is not { } best || Math.Abs(sum - value) <= Math.Abs(best.Value - value))
            {
                closest = (sum, parts);
            }
        }

        return closest;
    }

    private void Add(IReadOnlyCollection<EvidencedFigure> document)
    {
        var choices = Choices(document);
        if (choices.Count > MaxPerDocument || (sums.Count + 1) * (choices.Count + 1) > MaxSums * 10)
        {
            HasTooManySums = true;
            return;
        }

        foreach (var (sum, parts) in sums.ToList())
        {
            foreach (var (value, more) in choices)
            {
                sums.TryAdd(sum + value, parts.Concat(more).ToValueList());
            }
        }

        // A number that one document gives is reported as its own, not as a sum of others.
        foreach (var (value, parts) in choices)
        {
            sums[value] = parts;
        }

        HasTooManySums |= sums.Count > MaxSums;
    }

    private static Dictionary<decimal, ValueList<EvidencedFigure>> Choices(
        IReadOnlyCollection<EvidencedFigure> document
    )
    {
        var choices = new Dictionary<decimal, ValueList<EvidencedFigure>>();
        foreach (var figure in document)
        {
            choices.TryAdd(figure.Value, [figure]);
        }

        foreach (var sort in document.GroupBy(figure => figure.Source))
        {
            choices.TryAdd(sort.Sum(figure => figure.Value), sort.ToValueList());
        }

        return choices;
    }
}
