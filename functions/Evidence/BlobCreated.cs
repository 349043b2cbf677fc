namespace Avance.Functions.Evidence;

/// <summary>
/// The event of a new blob, one a message. https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage
/// </summary>
/// <param name="Subject">The blob: <c>/blobServices/default/containers/CONTAINER/blobs/NAME</c>.</param>
public sealed record BlobCreated(string Subject)
{
    /// <summary>What the subject of a file of evidence begins with.</summary>
    public const string Evidence = $"/blobServices/default/containers/{EvidenceBlobs.Container}/blobs/";

    /// <returns>False if it is of no file that this app has written.</returns>
    public bool TryRead(out ProgressAddress address, out EvidenceId id)
    {
        address = default;
        id = default;
        return Subject.StartsWith(Evidence, StringComparison.Ordinal)
            && EvidenceBlobs.TryParse(Subject[Evidence.Length..], out address, out id);
    }
}
