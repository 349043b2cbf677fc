using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Backups;

/// <summary>The blobs of a plan in any container, as they are: each container has them below the plan's id.</summary>
public sealed class PlanDataBlobs(BlobServiceClient service)
{
    // Only one block at a time is held in memory.
    private static readonly StorageTransferOptions OneBlock = new()
    {
        InitialTransferSize = 4 * 1_048_576,
        MaximumTransferSize = 4 * 1_048_576,
        MaximumConcurrency = 1,
    };

    /// <summary><c>psig-2022-2023/</c></summary>
    public static string FolderOf(PlanId plan) => $"{plan}/";

    /// <summary>Name, media type and metadata of each blob, by name.</summary>
    public async IAsyncEnumerable<StoredBlob> ListAsync(
        string container,
        PlanId plan,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var blobs = service
            .GetBlobContainerClient(container)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, FolderOf(plan), cancellationToken);
        await using var pages = blobs.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                yield break;
            }

            var blob = pages.Current;
            yield return new StoredBlob(blob.Name, blob.Properties.ContentType, blob.Metadata.AsReadOnly());
        }
    }

    /// <summary>The content; null if it was deleted since it was listed.</summary>
    public async Task<Stream?> OpenAsync(string container, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await service
                .GetBlobContainerClient(container)
                .GetBlobClient(name)
                .OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>Stores a blob whole, or not at all; one that is there stays as it is.</summary>
    public async Task AddAsync(string container, StoredBlob blob, Stream content, CancellationToken cancellationToken)
    {
        var folder = service.GetBlobContainerClient(container);
        await folder.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var client = folder.GetBlobClient(blob.Name);
        // Asked before, so that nothing is sent for one that is there.
        if (await client.ExistsAsync(cancellationToken))
        {
            return;
        }

        var options = new BlobUploadOptions
        {
            TransferOptions = OneBlock,
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = blob.ContentType },
            Metadata = blob.Metadata.ToDictionary(StringComparer.Ordinal),
        };
        try
        {
            await client.UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // It came meanwhile.
        }
    }
}
