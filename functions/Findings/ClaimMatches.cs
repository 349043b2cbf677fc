using Avance.Functions.Evidence.Fingerprints;

namespace Avance.Functions.Findings;

/// <summary>
/// Finds documents of a claim that another claim, or another file of it, has as well. The index is read once: it says which
/// keys others have, and only those are looked up.
/// </summary>
public sealed class ClaimMatches(FingerprintIndex index)
{
    // A key that more documents share belongs to a form, not to a copy.
    private const int MaxPerKey = 50;

    /// <summary>Makes the index say what the claim cites, and nothing that it cited before.</summary>
    /// <returns>The keys of the claim's documents that other claims have.</returns>
    public async Task<IReadOnlySet<string>> StoreCitedAsync(
        ProgressAddress claim,
        ValueList<DocumentFingerprint> cited,
        CancellationToken cancellationToken
    )
    {
        var indexed = await index.ReadAsync(claim, cancellationToken);
        var before = indexed.Fingerprints.Where(fingerprint => fingerprint.File is null).ToValueList();
        var changed = cited.Where(fingerprint => !before.Contains(fingerprint)).ToList();
        var gone = before.Where(fingerprint => !cited.Contains(fingerprint)).ToList();
        if (changed.Count == 0 && gone.Count == 0)
        {
            return indexed.SharedKeys;
        }

        var shared = await index.ReplaceAsync(claim.Plan, cited, gone, cancellationToken);
        return shared.Concat(indexed.SharedKeys).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="own">The claim's documents.</param>
    /// <param name="sharedKeys">As <see cref="StoreCitedAsync"/> gives them.</param>
    public async Task<ValueList<EvidenceMatch>> FindAsync(
        ProgressAddress claim,
        IReadOnlyCollection<DocumentFingerprint> own,
        IReadOnlySet<string> sharedKeys,
        CancellationToken cancellationToken
    )
    {
        var keys = own.SelectMany(fingerprint => fingerprint.Keys).ToHashSet(StringComparer.Ordinal);
        var others = await index.FindAsync(claim, keys.Where(sharedKeys.Contains), MaxPerKey, cancellationToken);
        return EvidenceMatches.Between(own, [.. others, .. SharedWithin(own)]);
    }

    /// <summary>Those of a claim's documents that have a key in common.</summary>
    private static IEnumerable<DocumentFingerprint> SharedWithin(IReadOnlyCollection<DocumentFingerprint> own) =>
        own.SelectMany(fingerprint => fingerprint.Keys.Select(key => (key, fingerprint)))
            .GroupBy(item => item.key, item => item.fingerprint, StringComparer.Ordinal)
            .Select(same => same.Take(MaxPerKey).ToList())
            .Where(same => same.Count > 1)
            .SelectMany(same => same)
            .DistinctBy(FingerprintReference.To);
}
