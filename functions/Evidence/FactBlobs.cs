using System.Text.Json;
using Avance.Functions.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Evidence;

/// <summary>
/// The container <c>evidence-facts</c>: the facts of each file, as JSON at <c>PLAN/PERIOD/ACTIVITY/ID.json</c>.
/// Reading again replaces it.
/// </summary>
public sealed class FactBlobs(BlobServiceClient service)
{
    public const string Container = "evidence-facts";

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);

    /// <summary>Saves the facts of a file, unless its blob has changed since it was loaded.</summary>
    /// <param name="previous">The facts as they were loaded; null if there were none.</param>
    /// <returns>False if another run has saved facts since, which stay.</returns>
    public async Task<bool> TrySaveAsync(
        ProgressAddress address,
        EvidenceId id,
        EvidenceFacts facts,
        EvidenceFacts? previous,
        CancellationToken cancellationToken
    )
    {
        var content = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(facts, StoredJson.Options));
        var options = new BlobUploadOptions
        {
            Conditions = previous is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = previous.ETag },
        };
        try
        {
            await Blob(address, id).UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return await TrySaveAsync(address, id, facts, previous, cancellationToken);
        }
        catch (RequestFailedException error)
            when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists || error.ErrorCode == BlobErrorCode.ConditionNotMet
            )
        {
            return false;
        }
    }

    /// <summary>The JSON as it is stored; null if the file was not read.</summary>
    public async Task<BinaryData?> FindAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    ) => (await DownloadAsync(address, id, cancellationToken))?.Content;

    /// <summary>The facts; null if the file was not read.</summary>
    public async Task<EvidenceFacts?> ReadAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    ) =>
        await DownloadAsync(address, id, cancellationToken) is { } blob
            ? JsonSerializer.Deserialize<EvidenceFacts>(blob.Content.ToMemory().Span, StoredJson.Options)! with
            {
                ETag = blob.Details.ETag,
            }
            : null;

    private async Task<BlobDownloadResult?> DownloadAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await Blob(address, id).DownloadContentAsync(cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    private BlobClient Blob(ProgressAddress address, EvidenceId id) =>
        container.GetBlobClient($"{address.Plan}/{address.Period}/{address.Activity}/{id}.json");
}
