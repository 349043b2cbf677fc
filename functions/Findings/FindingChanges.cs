namespace Avance.Functions.Findings;

/// <summary>What an examination changes in the findings of a claim. Pure.</summary>
/// <param name="Added">Findings raised for the first time.</param>
/// <param name="Changed">Findings that are raised again, are no longer raised, or have other content.</param>
public sealed record FindingChanges(ValueList<Finding> Added, ValueList<StoredFinding> Changed)
{
    public int Count => Added.Count + Changed.Count;

    /// <summary>The findings as they are to be stored.</summary>
    public IEnumerable<Finding> Findings => Added.Concat(Changed.Select(changed => changed.Finding));

    /// <summary>Other claims whose findings about this one may have to change.</summary>
    public IEnumerable<ClaimAddress> Neighbours =>
        Findings.Select(finding => finding.Elsewhere).OfType<ClaimAddress>().Distinct();

    /// <summary>The first <paramref name="most"/> changes.</summary>
    public FindingChanges First(int most)
    {
        var added = Added.Take(most).ToValueList();
        return new FindingChanges(added, Changed.Take(most - added.Count).ToValueList());
    }

    /// <summary>The changes of all other findings.</summary>
    public FindingChanges Without(IReadOnlySet<FindingId> findings) =>
        new(
            Added.Where(finding => !findings.Contains(finding.Id)).ToValueList(),
            Changed.Where(changed => !findings.Contains(changed.Finding.Id)).ToValueList()
        );

    /// <param name="stored">The findings of the claim as they are stored.</param>
    /// <param name="raised">Those that the rules raise now, each id once.</param>
    public static FindingChanges Between(
        IReadOnlyCollection<StoredFinding> stored,
        IReadOnlyCollection<Finding> raised,
        DateTimeOffset now
    )
    {
        var known = stored.ToDictionary(item => item.Finding.Id);
        var present = raised.ToDictionary(finding => finding.Id);
        return new FindingChanges(
            raised.Where(finding => !known.ContainsKey(finding.Id)).ToValueList(),
            stored
                .Select(item =>
                    item with
                    {
                        Finding = After(item.Finding, present.GetValueOrDefault(item.Finding.Id), now),
                    }
                )
                .Where(item => item.Finding != known[item.Finding.Id].Finding)
                .ToValueList()
        );
    }

    private static Finding After(Finding before, Finding? raised, DateTimeOffset now)
    {
        if (raised is null)
        {
            return before.IsRaised ? before with { IsRaised = false, ChangedAt = now } : before;
        }

        return raised with
        {
            ChangedAt = before.IsRaised ? before.ChangedAt : now,
            Explanation = before.Explanation,
            Resolution = before.Resolution,
        };
    }
}
