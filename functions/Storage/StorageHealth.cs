using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Avance.Functions.Storage;

/// <summary>Registers the checks of the storage services, without which the app can do nothing.</summary>
internal static class StorageHealth
{
    public static IServiceCollection AddStorageHealth(this IServiceCollection services)
    {
        services
            .AddHealthChecks()
            .Add(
                Needed(
                    "tables",
                    (TableServiceClient tables, CancellationToken token) => tables.QueryAsync(cancellationToken: token),
                    provider => provider.GetRequiredService<TableServiceClient>()
                )
            )
            .Add(
                Needed(
                    "report-tables",
                    (TableServiceClient tables, CancellationToken token) => tables.QueryAsync(cancellationToken: token),
                    provider => provider.GetRequiredKeyedService<TableServiceClient>(StorageClients.Reports)
                )
            )
            .Add(
                Needed(
                    "blobs",
                    (BlobServiceClient blobs, CancellationToken token) =>
                        blobs.GetBlobContainersAsync(cancellationToken: token),
                    provider => provider.GetRequiredService<BlobServiceClient>()
                )
            )
            .Add(
                Needed(
                    "queues",
                    (QueueServiceClient queues, CancellationToken token) =>
                        queues.GetQueuesAsync(cancellationToken: token),
                    provider => provider.GetRequiredService<QueueServiceClient>()
                )
            );
        return services;
    }

    /// <summary>The clients are made when they are first checked: loading their assemblies would delay the start.</summary>
    private static HealthCheckRegistration Needed<TClient, TItem>(
        string name,
        Func<TClient, CancellationToken, AsyncPageable<TItem>> list,
        Func<IServiceProvider, TClient> client
    )
        where TItem : notnull =>
        new(
            name,
            provider => new StorageHealthCheck<TItem>(token => list(client(provider), token)),
            HealthStatus.Unhealthy,
            tags: null
        );
}
