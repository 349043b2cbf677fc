using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Telemetry;

namespace Avance.Functions.Evidence;

/// <summary>
/// Keeps the facts of a file and its rows of the index consistent. New facts are saved before the index is updated, and old
/// facts are replaced after it: if a run dies in between, the stored facts tell the next one which rows to remove.
/// </summary>
public sealed class FactStore(FactBlobs facts, FingerprintIndex index)
{
    /// <summary>Saves the facts and updates the index to them.</summary>
    /// <returns>False if another run has saved facts since this one began, which stay.</returns>
    public async Task<bool> TrySaveAsync(
        StoredEvidence file,
        EvidenceFacts read,
        EvidenceFacts? previous,
        CancellationToken cancellationToken
    )
    {
        using var span = Traces.Start("store facts")?.SetTag(SpanTags.Documents, read.Documents.Count);
        var (address, id) = (file.Address, file.Id);
        if (previous is null && !await facts.TrySaveAsync(address, id, read, null, cancellationToken))
        {
            // A run that died half-way, perhaps of another version of the readers, has saved facts.
            previous = await facts.ReadAsync(address, id, cancellationToken);
        }

        await index.ReplaceAsync(
            address.Plan,
            DocumentFingerprints.OfFile(file, read),
            DocumentFingerprints.OfFile(file, previous),
            cancellationToken
        );
        if (previous is null || await facts.TrySaveAsync(address, id, read, previous, cancellationToken))
        {
            return true;
        }

        var current = await facts.ReadAsync(address, id, cancellationToken);
        await index.ReplaceAsync(
            address.Plan,
            DocumentFingerprints.OfFile(file, current),
            DocumentFingerprints.OfFile(file, read),
            cancellationToken
        );
        return false;
    }

    /// <summary>Removes the rows of a withdrawn file from the index.</summary>
    public Task UnindexAsync(StoredEvidence file, EvidenceFacts? read, CancellationToken cancellationToken) =>
        index.ReplaceAsync(file.Address.Plan, [], DocumentFingerprints.OfFile(file, read), cancellationToken);
}
