namespace Avance.Functions.Evidence;

/// <summary>Restores a withdrawn file: it is read again, which adds it to the index.</summary>
public sealed class EvidenceRestoring(EvidenceTable table, EvidenceQueue queue)
{
    /// <summary>Returns the restored file; a file that was not withdrawn is returned unchanged.</summary>
    public async Task<StoredEvidence> RestoreAsync(StoredEvidence file, CancellationToken cancellationToken)
    {
        if (file.State != EvidenceState.Withdrawn)
        {
            return file;
        }

        var restored = await table.TrySetStateAsync(file, EvidenceState.Received, "", cancellationToken);
        await queue.EnqueueAsync(file.Address, file.Id, again: false, cancellationToken);
        return restored ?? file;
    }
}
