namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The people of each sex in a column, as its words and letters give them.</summary>
internal sealed class SexTally
{
    private readonly Dictionary<Sex, long> counts = [];

    /// <summary>All that have a sex.</summary>
    public long Count => counts.Values.Sum();

    /// <summary>True if no sex was added twice, and more than one was added.</summary>
    public bool IsOneOfEach => counts.Count > 1 && Women <= 1 && counts.Values.All(count => count == 1);

    public void Add(Sex sex, long people) => counts[sex] = counts.GetValueOrDefault(sex) + people;

    /// <summary>Women and men; null if M may mean either.</summary>
    /// <param name="heading">The header of the column.</param>
    /// <param name="legend">The meaning of M in the document, if it states one.</param>
    public (long Women, long Men)? Told(string heading, Sex? legend)
    {
        var m = counts.GetValueOrDefault(Sex.M);
        if (m == 0 || (MeaningOfM(heading) ?? legend) is { } meaning && meaning == Sex.Man)
        {
            return (Women, counts.GetValueOrDefault(Sex.Man) + m);
        }

        return (MeaningOfM(heading) ?? legend) == Sex.Woman ? (Women + m, counts.GetValueOrDefault(Sex.Man)) : null;
    }

    private long Women => counts.GetValueOrDefault(Sex.Woman) + counts.GetValueOrDefault(Sex.E);

    private Sex? MeaningOfM(string heading)
    {
        var (woman, man) = (counts.ContainsKey(Sex.Woman) || counts.ContainsKey(Sex.E), counts.ContainsKey(Sex.Man));
        return (woman, man) switch
        {
            (true, false) => Sex.Man,
            (false, true) => Sex.Woman,
            // The column has all three letters, or only M.
            _ => SexWords.MeaningOfM(heading),
        };
    }
}
