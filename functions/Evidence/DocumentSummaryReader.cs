namespace Avance.Functions.Evidence;

/// <summary>Reads what was found in a file, as far as lists and reports show it.</summary>
public sealed class DocumentSummaryReader(FactBlobs facts)
{
    /// <returns>The file itself first; empty until it is read.</returns>
    public async Task<ValueList<DocumentSummary>> ReadAsync(StoredEvidence file, CancellationToken cancellationToken)
    {
        if (file.State == EvidenceState.Received)
        {
            return [];
        }

        if (file.Summary?.Decompress() is { } documents)
        {
            return documents;
        }

        // An old row may have no summary, and a summary may be too large for a row.
        var read = await facts.ReadAsync(file.Address, file.Id, cancellationToken);
        return (read?.Documents ?? []).Select(DocumentSummary.Of).ToValueList();
    }
}
