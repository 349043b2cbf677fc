using System.Net.Http.Headers;
using System.Text.Json;
using Avance.FunctionsHost.Worker;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Stands for Event Grid on a developer's machine: looks into a container again and again, and tells the blob extension of
/// what is new there. How far it came is kept in storage, so that a restart neither loses nor repeats.
/// </summary>
internal sealed partial class BlobWatch(
    Function function,
    BlobServiceClient blobs,
    WebhookProvider webhooks,
    HostConfiguration configuration,
    ILoggerFactory loggers
)
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    private readonly string containerName = configuration.Resolve(function.Text("path")!).Split('/')[0];
    private readonly TimeSpan interval =
        configuration.HostJson("extensions:blobs:pollingInterval").Get<TimeSpan?>() ?? DefaultInterval;
    private readonly BlobClient progressBlob = blobs
        .GetBlobContainerClient("azure-webjobs-hosts")
        .GetBlobClient($"blobwatch/{configuration.HostId}/{function.Name}");
    private readonly ILogger logger = loggers.CreateLogger<BlobWatch>();

    public static bool IsFor(Function function) =>
        function.TriggerType == "blobTrigger"
        && string.Equals(function.Text("source"), "EventGrid", StringComparison.OrdinalIgnoreCase);

    public async Task RunAsync(CancellationToken stopping)
    {
        Log.Watching(logger, containerName, function.Name, interval);
        var progress = await ReadAsync(stopping);
        while (true)
        {
            var next = await LookAsync(progress, stopping);
            if (next != progress)
            {
                progress = next;
                await progressBlob.UploadAsync(BinaryData.FromObjectAsJson(progress), overwrite: true, stopping);
            }

            await Task.Delay(interval, stopping);
        }
    }

    /// <summary>Tells of every blob that changed at or after the latest known instant and was not told of at it.</summary>
    private async Task<Progress> LookAsync(Progress progress, CancellationToken cancellationToken)
    {
        List<BlobItem> fresh = [];
        try
        {
            var all = blobs.GetBlobContainerClient(containerName).GetBlobsAsync(cancellationToken: cancellationToken);
            await foreach (var blob in all)
            {
                if (
                    blob.Properties.LastModified >= progress.Until
                    && !progress.At.Contains(VersionOf(blob), StringComparer.Ordinal)
                )
                {
                    fresh.Add(blob);
                }
            }
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return progress;
        }

        foreach (var blob in fresh)
        {
            await TellAsync(blob, cancellationToken);
        }

        if (fresh.Count == 0)
        {
            return progress;
        }

        // The service's clock shows seconds: another blob may yet come within the same one.
        var until = fresh.Max(blob => blob.Properties.LastModified!.Value);
        var at = fresh.Where(blob => blob.Properties.LastModified == until).Select(VersionOf);
        return new Progress(until, until == progress.Until ? [.. progress.At, .. at] : [.. at]);
    }

    private async Task TellAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        var address = blobs.GetBlobContainerClient(containerName).GetBlobClient(blob.Name).Uri;
        var told = new[]
        {
            new
            {
                id = Guid.NewGuid(),
                topic = $"/containers/{containerName}",
                subject = $"/blobServices/default/containers/{containerName}/blobs/{blob.Name}",
                eventType = "Microsoft.Storage.BlobCreated",
                eventTime = blob.Properties.LastModified,
                data = new
                {
                    api = "PutBlob",
                    eTag = $"{blob.Properties.ETag}",
                    blobType = "BlockBlob",
                    contentLength = blob.Properties.ContentLength,
                    url = address,
                },
                dataVersion = "",
                metadataVersion = "1",
            },
        };
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"http://localhost/runtime/webhooks/blobs?functionName=Host.Functions.{function.Name}"
        );
        request.Headers.Add("aeg-event-type", "Notification");
        request.Content = new StringContent(
            JsonSerializer.Serialize(told),
            new MediaTypeHeaderValue("application/json")
        );
        using var answer = await webhooks.Blobs!.ConvertAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
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
            return new Progress(DateTimeOffset.MinValue, []);
        }
    }

    private static string VersionOf(BlobItem blob) => $"{blob.Properties.ETag} {blob.Name}";

    /// <summary>The latest change that was told of, and which blobs had it then.</summary>
    private sealed record Progress(DateTimeOffset Until, IReadOnlyList<string> At);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "No Event Grid here: the container {Container} is looked through every {Interval} for {Function}"
        )]
        public static partial void Watching(ILogger logger, string container, string function, TimeSpan interval);
    }
}
