using Avance.Functions.Storage.Queues;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Storage;

/// <summary>
/// Makes the tables, queues and containers that are missing while the app starts, and tries again until the storage
/// answers. Nothing waits for it: the first request is answered without, and <see cref="LazyTable"/> and
/// <see cref="LazyQueue{TMessage}"/> make what is still missing then.
/// </summary>
/// <param name="provider">
/// Gives the storage clients. They are asked for in the background, since loading their assemblies would make the start
/// that the host waits for longer.
/// </param>
public sealed partial class StorageInitializer(
    IServiceProvider provider,
    IEnumerable<StorageNames> names,
    TimeProvider clock,
    ILogger<StorageInitializer> logger
) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A host may run this before it starts.
        await Task.Yield();
        for (var pause = FirstPause; !await TryMakeAsync(stoppingToken); pause = Longer(pause))
        {
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private async Task<bool> TryMakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Queues first: the host is about to listen to them.
            var made = await Task.WhenAll(
                MakeQueuesAsync(cancellationToken),
                MakeTablesAsync(cancellationToken),
                MakeContainersAsync(cancellationToken)
            );
            Log.Made(logger, made.Sum());
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotMade(logger, error);
            return false;
        }
    }

    private async Task<int> MakeQueuesAsync(CancellationToken cancellationToken)
    {
        var service = provider.GetRequiredService<QueueServiceClient>();
        var there = service.GetQueuesAsync(cancellationToken: cancellationToken).Select(queue => queue.Name);
        return await MakeAsync(
            names.SelectMany(stage => stage.Queues),
            there,
            name => service.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            cancellationToken
        );
    }

    private async Task<int> MakeTablesAsync(CancellationToken cancellationToken)
    {
        var service = provider.GetRequiredService<TableServiceClient>();
        var there = service.QueryAsync(cancellationToken: cancellationToken).Select(table => table.Name);
        return await MakeAsync(
            names.SelectMany(stage => stage.Tables),
            there,
            name => service.GetTableClient(name).CreateIfNotExistsAsync(cancellationToken),
            cancellationToken
        );
    }

    private async Task<int> MakeContainersAsync(CancellationToken cancellationToken)
    {
        var service = provider.GetRequiredService<BlobServiceClient>();
        var there = service
            .GetBlobContainersAsync(cancellationToken: cancellationToken)
            .Select(container => container.Name);
        return await MakeAsync(
            names.SelectMany(stage => stage.Containers),
            there,
            name => service.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            cancellationToken
        );
    }

    /// <summary>One list says what is there: to ask for each that it be made would be a refused request each, at every start.</summary>
    /// <returns>How many were missing.</returns>
    private static async Task<int> MakeAsync(
        IEnumerable<string> wanted,
        IAsyncEnumerable<string> there,
        Func<string, Task> make,
        CancellationToken cancellationToken
    )
    {
        var missing = wanted.ToHashSet(StringComparer.Ordinal);
        await foreach (var name in there.WithCancellation(cancellationToken))
        {
            missing.Remove(name);
        }

        await Task.WhenAll(missing.Select(make));
        return missing.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The storage has what the app needs; {Made} were missing.")]
        public static partial void Made(ILogger logger, int made);

        [LoggerMessage(2, LogLevel.Warning, "The storage could not be made ready, which is tried again.")]
        public static partial void NotMade(ILogger logger, Exception error);
    }
}
