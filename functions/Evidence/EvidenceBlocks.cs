using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Avance.Functions.Evidence;

/// <summary>
/// The parts of a file that is not complete: uncommitted blocks of its blob in <see cref="EvidenceBlobs"/>. They raise no event
/// and are in no list of blobs, and the storage drops them after a week.
/// </summary>
public sealed class EvidenceBlocks(BlobServiceClient service)
{
    private readonly BlobContainerClient container = service.GetBlobContainerClient(EvidenceBlobs.Container);
    private volatile bool exists;

    /// <summary>Stores a part. The same part again changes nothing.</summary>
    public async Task StageAsync(
        ProgressAddress address,
        EvidenceId id,
        PartId part,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        if (!exists)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            exists = true;
        }

        await Blocks(address, id).StageBlockAsync(part.ToBlockId(), content, cancellationToken: cancellationToken);
    }

    /// <summary>The stored parts, with their sizes in bytes.</summary>
    public async Task<IReadOnlyList<(PartId Part, long Size)>> ListAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        try
        {
            BlockList list = await Blocks(address, id)
                .GetBlockListAsync(BlockListTypes.Uncommitted, cancellationToken: cancellationToken);
            var parts = new List<(PartId, long)>();
            foreach (var block in list.UncommittedBlocks)
            {
                if (PartId.TryParse(block.Name, out var part))
                {
                    parts.Add((part, block.SizeLong));
                }
            }

            return parts;
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return [];
        }
    }

    /// <summary>The files of an activity that have parts but are not complete.</summary>
    public async Task<IReadOnlyList<EvidenceId>> ListIncompleteAsync(
        ProgressAddress address,
        CancellationToken cancellationToken
    )
    {
        var found = new List<EvidenceId>();
        try
        {
            var folder = EvidenceBlobs.FolderOf(address);
            await foreach (
                var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, folder, cancellationToken)
            )
            {
                // Complete files are listed too; they are never empty.
                if (blob.Properties.ContentLength is null or 0 && EvidenceBlobs.TryParse(blob.Name, out _, out var id))
                {
                    found.Add(id);
                }
            }
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // The first part creates it.
        }

        return found;
    }

    /// <summary>Commits a file of the parts, in their order.</summary>
    /// <returns>False if there is a file of that id already, which stays.</returns>
    public async Task<bool> CommitAsync(
        ProgressAddress address,
        EvidenceId id,
        string name,
        string by,
        IEnumerable<PartId> parts,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Blocks(address, id)
                .CommitBlockListAsync(
                    parts.Select(part => part.ToBlockId()),
                    new CommitBlockListOptions
                    {
                        Conditions = EvidenceBlobs.IfAbsent,
                        Metadata = EvidenceBlobs.Metadata(name, by),
                    },
                    cancellationToken
                );
            return true;
        }
        catch (RequestFailedException error)
            when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists
                || error.ErrorCode == BlobErrorCode.InvalidBlockList
            )
        {
            // Another request has committed the file meanwhile.
            return false;
        }
    }

    private BlockBlobClient Blocks(ProgressAddress address, EvidenceId id) =>
        container.GetBlockBlobClient(EvidenceBlobs.NameOf(address, id));
}
