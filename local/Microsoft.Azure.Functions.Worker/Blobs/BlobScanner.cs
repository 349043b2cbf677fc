using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Blobs;

/// <summary>Lists a container again and again, and passes on the versions of blobs that have no receipt yet.</summary>
internal sealed class BlobScanner(
    BlobFunction function,
    StorageConnections connections,
    string hostId,
    BlobQueue queue,
    TimeSpan interval
) : IListener
{
    // A large container takes long to list: at most a fifth of the time goes there.
    private const int PausePerListing = 4;
    private const int AtOnce = 4;

    public string Name => function.Function.Name;

    public async Task RunAsync(CancellationToken stopping)
    {
        var container = function.Container(connections);
        await container.CreateIfNotExistsAsync(cancellationToken: stopping);
        var receipts = new BlobReceipts(connections, hostId, function);
        var known = await receipts.LoadAsync(stopping);
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            await ScanAsync(container, receipts, known, stopping);
            var pause = Stopwatch.GetElapsedTime(started) * PausePerListing;
            await Task.Delay(pause > interval ? pause : interval, stopping);
        }
    }

    private async Task ScanAsync(
        BlobContainerClient container,
        BlobReceipts receipts,
        ConcurrentDictionary<string, bool> known,
        CancellationToken stopping
    )
    {
        var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, function.Path.Prefix, stopping);
        await Parallel.ForEachAsync(
            blobs,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            async (blob, token) => await PassOnAsync(blob, receipts, known, token)
        );
    }

    private async ValueTask PassOnAsync(
        BlobItem blob,
        BlobReceipts receipts,
        ConcurrentDictionary<string, bool> known,
        CancellationToken stopping
    )
    {
        if (blob.Properties.ETag is not { } etag || function.Path.Match(blob.Name) is null)
        {
            return;
        }

        var key = receipts.Key(blob.Name, etag);
        if (known.ContainsKey(key))
        {
            return;
        }

        var message = new BlobTriggerMessage(
            BlobTriggerMessage.Trigger,
            function.Id,
            $"{blob.Properties.BlobType ?? BlobType.Block}Blob",
            function.Path.Container,
            blob.Name,
            etag.ToString("H")
        );
        if (await receipts.CompleteAsync(key, () => queue.SendAsync(message), stopping))
        {
            known[key] = true;
        }
    }
}
