using Avance.Functions.Storage.Queues;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Storage;

/// <summary>
/// Creates the missing tables, queues and containers in the background at start, and retries until the storage answers.
/// Requests do not wait for it: <see cref="LazyTable"/> and <see cref="LazyQueue{TMessage}"/> create what is still missing.
/// </summary>
/// <param name="provider">
/// Resolves the storage clients, in the background: loading their assemblies would delay the start that the host waits for.
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
        // The host's start may wait for what comes before the first await.
        await Task.Yield();
        for (var pause = FirstPause; !await TryCreateAsync(stoppingToken); pause = Longer(pause))
        {
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Queues first: the host is about to listen to them.
            var made = await Task.WhenAll(
                CreateQueuesAsync(cancellationToken),
                CreateTablesAsync(
                    provider.GetRequiredService<TableServiceClient>(),
                    names.SelectMany(stage => stage.Tables),
                    cancellationToken
                ),
                CreateTablesAsync(
                    provider.GetRequiredKeyedService<TableServiceClient>(StorageClients.Reports),
                    names.SelectMany(stage => stage.ReportTables),
                    cancellationToken
                ),
                CreateContainersAsync(cancellationToken)
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

    private async Task<int> CreateQueuesAsync(CancellationToken cancellationToken)
    {
        var service = provider.GetRequiredService<QueueServiceClient>();
        var existing = service.GetQueuesAsync(cancellationToken: cancellationToken).Select(queue => queue.Name);
        return await CreateAsync(
            names.SelectMany(stage => stage.Queues),
            existing,
            name => service.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            cancellationToken
        );
    }

    private static async Task<int> CreateTablesAsync(
        TableServiceClient service,
        IEnumerable<string> wanted,
        CancellationToken cancellationToken
    )
    {
        var existing = service.QueryAsync(cancellationToken: cancellationToken).Select(table => table.Name);
        return await CreateAsync(
            wanted,
            existing,
            name => service.GetTableClient(name).CreateIfNotExistsAsync(cancellationToken),
            cancellationToken
        );
    }

    private async Task<int> CreateContainersAsync(CancellationToken cancellationToken)
    {
        var service = provider.GetRequiredService<BlobServiceClient>();
        var existing = service
            .GetBlobContainersAsync(cancellationToken: cancellationToken)
            .Select(container => container.Name);
        return await CreateAsync(
            names.SelectMany(stage => stage.Containers),
            existing,
            name => service.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Lists what exists first: creating each blindly would be a refused request each, at every start.</summary>
    /// <returns>How many were missing.</returns>
    private static async Task<int> CreateAsync(
        IEnumerable<string> wanted,
        IAsyncEnumerable<string> existing,
        Func<string, Task> make,
        CancellationToken cancellationToken
    )
    {
        var missing = wanted.ToHashSet(StringComparer.Ordinal);
        await foreach (var name in existing.WithCancellation(cancellationToken))
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
