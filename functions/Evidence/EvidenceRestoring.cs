namespace Avance.Functions.Evidence;

/// <summary>Brings back a file that was withdrawn: it is read once more, so that the index knows it again.</summary>
public sealed class EvidenceRestoring(EvidenceTable table, EvidenceQueue queue)
{
    /// <summary>The file as it is then; one that was not withdrawn stays as it is.</summary>
    public async Task<StoredEvidence> RestoreAsync(StoredEvidence file, CancellationToken cancellationToken)
    {
        if (file.State != EvidenceState.Withdrawn)
        {
            return file;
        }

        var restored = await table.TrySetStateAsync(file, EvidenceState.Received, "", cancellationToken);
        await queue.AskAsync(file.Address, file.Id, again: false, cancellationToken);
        return restored ?? file;
    }
}
