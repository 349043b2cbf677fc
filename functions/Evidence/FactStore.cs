using Avance.Functions.Evidence.Fingerprints;

namespace Avance.Functions.Evidence;

/// <summary>
/// Keeps the facts of a file and what the index knows of it in step: facts that are new come before their place in the
/// index, and those that others replace go after it, so that a run that dies between the two leaves what tells the next
/// one which rows to take away.
/// </summary>
public sealed class FactStore(FactBlobs facts, FingerprintIndex index)
{
    /// <summary>Keeps the facts, and makes the index say what the file proves now.</summary>
    /// <returns>False if another run has kept something since this one began: that stays.</returns>
    public async Task<bool> TryKeepAsync(
        StoredEvidence file,
        EvidenceFacts read,
        EvidenceFacts? before,
        CancellationToken cancellationToken
    )
    {
        var (address, id) = (file.Address, file.Id);
        if (before is null && !await facts.TryKeepAsync(address, id, read, null, cancellationToken))
        {
            // A run died half-way, perhaps with other readers.
            before = await facts.ReadAsync(address, id, cancellationToken);
        }

        await index.ReplaceAsync(
            address.Plan,
            DocumentFingerprints.OfFile(file, read),
            DocumentFingerprints.OfFile(file, before),
            cancellationToken
        );
        if (before is null || await facts.TryKeepAsync(address, id, read, before, cancellationToken))
        {
            return true;
        }

        var kept = await facts.ReadAsync(address, id, cancellationToken);
        await index.ReplaceAsync(
            address.Plan,
            DocumentFingerprints.OfFile(file, kept),
            DocumentFingerprints.OfFile(file, read),
            cancellationToken
        );
        return false;
    }

    /// <summary>Takes what a file says out of the index: it proves nothing any more.</summary>
    public Task ForgetAsync(StoredEvidence file, EvidenceFacts? read, CancellationToken cancellationToken) =>
        index.ReplaceAsync(file.Address.Plan, [], DocumentFingerprints.OfFile(file, read), cancellationToken);
}
