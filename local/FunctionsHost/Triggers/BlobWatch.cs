using System.Collections.Immutable;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Stands for Event Grid on a developer's machine: polls a container and sends its subscriber an event for each new blob.
/// The progress is stored, so that a restart neither loses nor repeats events.
/// </summary>
/// <param name="containerName">The container.</param>
/// <param name="subscriber">Names who is told: the progress is kept under it.</param>
/// <param name="sendAsync">Tells of one blob, in the form of Event Grid's own schema.</param>
internal sealed partial class BlobWatch(
    string containerName,
    string subscriber,
    Func<object, CancellationToken, Task> sendAsync,
    BlobServiceClient blobs,
    HostConfiguration configuration,
    ILoggerFactory loggers
)
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(containerName);
    private readonly TimeSpan interval =
        configuration.HostJson("extensions:blobs:pollingInterval").Get<TimeSpan?>() ?? DefaultInterval;
    private readonly BlobClient progressBlob = blobs
        .GetBlobContainerClient("azure-webjobs-hosts")
        .GetBlobClient($"blobwatch/{configuration.HostId}/{subscriber}");
    private readonly ILogger logger = loggers.CreateLogger<BlobWatch>();

    public async Task RunAsync(CancellationToken stopping)
    {
        Log.Watching(logger, container.Name, subscriber, interval);
        var progress = await ReadAsync(stopping);
        while (true)
        {
            var saved = progress;
            try
            {
                foreach (var blob in await FindAsync(progress, stopping))
                {
                    await NotifyAsync(blob, stopping);
                    progress = progress.With(blob);
                }
            }
            finally
            {
                if (progress != saved)
                {
                    // Also after a failure: the events before it were sent.
                    var json = BinaryData.FromObjectAsJson(progress);
                    await progressBlob.UploadAsync(json, overwrite: true, CancellationToken.None);
                }
            }

            await Task.Delay(interval, stopping);
        }
    }

    /// <summary>The blobs that changed at or after the latest known instant and have had no event, the earliest first.</summary>
    private async Task<IEnumerable<BlobItem>> FindAsync(Progress progress, CancellationToken cancellationToken)
    {
        List<BlobItem> fresh = [];
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                if (!progress.Covers(blob))
                {
                    fresh.Add(blob);
                }
            }
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // The container does not exist yet.
        }

        return fresh.OrderBy(blob => blob.Properties.LastModified);
    }

    private Task NotifyAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        var created = new
        {
            id = Guid.NewGuid(),
            topic = $"/containers/{container.Name}",
            subject = $"/blobServices/default/containers/{container.Name}/blobs/{blob.Name}",
            eventType = "Microsoft.Storage.BlobCreated",
            eventTime = blob.Properties.LastModified,
            data = new
            {
                api = "PutBlob",
                eTag = $"{blob.Properties.ETag}",
                blobType = "BlockBlob",
                contentLength = blob.Properties.ContentLength,
                url = container.GetBlobClient(blob.Name).Uri,
            },
            dataVersion = "",
            metadataVersion = "1",
        };
        return sendAsync(created, cancellationToken);
    }

    private async Task<Progress> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stored = await progressBlob.DownloadContentAsync(cancellationToken);
            return stored.Value.Content.ToObjectFromJson<Progress>()!;
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return new Progress(DateTimeOffset.MinValue, ImmutableDictionary<string, DateTimeOffset>.Empty);
        }
    }

    /// <summary>
    /// The latest change that had an event, and the versions of blobs shortly before it that had one: a blob written while the
    /// container was listed may have been missed.
    /// </summary>
    private sealed record Progress(DateTimeOffset Until, IReadOnlyDictionary<string, DateTimeOffset> Told)
    {
        private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(1);

        public bool Covers(BlobItem blob) =>
            Until - blob.Properties.LastModified > LookBack || Told.ContainsKey(VersionOf(blob));

        public Progress With(BlobItem blob)
        {
            var changed = blob.Properties.LastModified!.Value;
            var until = changed > Until ? changed : Until;
            var told = Told.Where(pair => until - pair.Value <= LookBack)
                .Append(KeyValuePair.Create(VersionOf(blob), changed));
            return new Progress(until, told.ToDictionary(StringComparer.Ordinal));
        }

        private static string VersionOf(BlobItem blob) => $"{blob.Properties.ETag} {blob.Name}";
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "No Event Grid here: the container {Container} is looked through every {Interval} for {Subscriber}"
        )]
        public static partial void Watching(ILogger logger, string container, string subscriber, TimeSpan interval);
    }
}
