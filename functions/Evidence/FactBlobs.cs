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

    public async Task KeepAsync(
        ProgressAddress address,
        EvidenceId id,
        EvidenceFacts facts,
        CancellationToken cancellationToken
    )
    {
        var content = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(facts, Json.Options));
        try
        {
            await Blob(address, id).UploadAsync(content, overwrite: true, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await Blob(address, id).UploadAsync(content, overwrite: true, cancellationToken);
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
