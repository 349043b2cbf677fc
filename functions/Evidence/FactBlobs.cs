using System.Text.Json;
using Avance.Functions.Progress;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Evidence;

/// <summary>
/// The container <c>evidence-facts</c>: what was read of each file, as JSON at <c>PLAN/PERIOD/ACTIVITY/ID.json</c>.
/// Reading again replaces it.
/// </summary>
public sealed class FactBlobs(BlobServiceClient service)
{
    public const string Container = "evidence-facts";

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);

    /// <summary>Keeps what was read of a file for the first time.</summary>
    /// <returns>False if something is kept of it already: that stays.</returns>
    public async Task<bool> TryAddAsync(
        ProgressAddress address,
        EvidenceId id,
        EvidenceFacts facts,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await KeepAsync(address, id, facts, overwrite: false, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    public Task KeepAsync(
        ProgressAddress address,
        EvidenceId id,
        EvidenceFacts facts,
        CancellationToken cancellationToken
    ) => KeepAsync(address, id, facts, overwrite: true, cancellationToken);

    private async Task KeepAsync(
        ProgressAddress address,
        EvidenceId id,
        EvidenceFacts facts,
        bool overwrite,
        CancellationToken cancellationToken
    )
    {
        var content = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(facts, Json.Options));
        try
        {
            await Blob(address, id).UploadAsync(content, overwrite, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await Blob(address, id).UploadAsync(content, overwrite, cancellationToken);
        }
    }

    /// <summary>The JSON as it is kept; null if the file was not read.</summary>
    public async Task<BinaryData?> FindAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await Blob(address, id).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>What is kept; null if the file was not read.</summary>
    public async Task<EvidenceFacts?> ReadAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    ) =>
        (await FindAsync(address, id, cancellationToken))?.ToMemory() is { } json
            ? JsonSerializer.Deserialize<EvidenceFacts>(json.Span, Json.Options)
            : null;

    private BlobClient Blob(ProgressAddress address, EvidenceId id) =>
        container.GetBlobClient($"{address.Plan}/{address.Period}/{address.Activity}/{id}.json");
}
