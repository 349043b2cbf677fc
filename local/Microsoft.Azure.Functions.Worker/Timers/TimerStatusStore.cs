using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>The schedule of one timer in storage, which outlives the process and is shared by the instances.</summary>
internal sealed class TimerStatusStore(StorageConnections connections, string hostId, string function)
{
    private readonly BlobContainerClient container = connections.HostContainer;

    private BlobClient Blob => container.GetBlobClient($"timers/{hostId}/{function}/status");

    private BlobClient LockBlob => container.GetBlobClient($"locks/{hostId}/{function}.Timer");

    public Task<StorageLock> LockAsync(CancellationToken cancellationToken) =>
        StorageLock.AcquireAsync(LockBlob, cancellationToken);

    public Task<StorageLock> LockStartAsync(CancellationToken cancellationToken) =>
        StorageLock.AcquireAsync(container.GetBlobClient($"locks/{hostId}/{function}.Start"), cancellationToken);

    public async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await Blob.DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize(content.Value.Content, TimerJson.Default.ScheduleStatus);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // Somebody edited it: begin the schedule afresh.
            return null;
        }
    }

    /// <summary>Call it while holding the lock.</summary>
    public async Task WriteAsync(ScheduleStatus status, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(status, TimerJson.Default.ScheduleStatus);
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } };
        await Blob.UploadAsync(BinaryData.FromBytes(json), options, cancellationToken);
    }
}

[JsonSerializable(typeof(ScheduleStatus))]
internal sealed partial class TimerJson : JsonSerializerContext;
