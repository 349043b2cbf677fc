using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions;

/// <summary>
/// The clients of the storage account: by the connection string <c>AzureWebJobsStorage</c>, or by identity with
/// <c>AzureWebJobsStorage__tableServiceUri</c>, <c>…__blobServiceUri</c> and <c>…__queueServiceUri</c>.
/// </summary>
public static class StorageClients
{
    public const string Setting = "AzureWebJobsStorage";

    // The triggers decode messages from base64, as the Functions host does unless told otherwise.
    private static readonly QueueClientOptions QueueOptions = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    public static IServiceCollection AddStorageClients(this IServiceCollection services) =>
        services
            .AddSingleton(provider =>
                Create(
                    provider,
                    "tableServiceUri",
                    connection => new TableServiceClient(connection),
                    uri => new TableServiceClient(uri, new DefaultAzureCredential())
                )
            )
            .AddSingleton(provider =>
                Create(
                    provider,
                    "blobServiceUri",
                    connection => new BlobServiceClient(connection),
                    uri => new BlobServiceClient(uri, new DefaultAzureCredential())
                )
            )
            .AddSingleton(provider =>
                Create(
                    provider,
                    "queueServiceUri",
                    connection => new QueueServiceClient(connection, QueueOptions),
                    uri => new QueueServiceClient(uri, new DefaultAzureCredential(), QueueOptions)
                )
            );

    private static T Create<T>(
        IServiceProvider provider,
        string uriName,
        Func<string, T> byConnection,
        Func<Uri, T> byIdentity
    )
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        return configuration[Setting] is { Length: > 0 } connection ? byConnection(connection)
            : configuration[$"{Setting}:{uriName}"] is { Length: > 0 } uri ? byIdentity(new Uri(uri))
            : throw new InvalidOperationException($"Set {Setting}, or {Setting}__{uriName}, to the storage account.");
    }
}
