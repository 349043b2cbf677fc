using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Storage clients by the name of their connection, with a connection string or with an identity.</summary>
internal sealed class StorageConnections(IConfiguration configuration)
{
    private const string Default = "AzureWebJobsStorage";

    private readonly ConcurrentDictionary<string, BlobServiceClient> blobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, QueueServiceClient> queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<TokenCredential> identity = new(() => new DefaultAzureCredential());

    /// <summary>Where the host keeps locks, receipts and schedules.</summary>
    public BlobContainerClient HostContainer => Blobs(null).GetBlobContainerClient("azure-webjobs-hosts");

    public BlobServiceClient Blobs(string? connection) =>
        blobs.GetOrAdd(
            Name(connection),
            name =>
                Find(name, "blobServiceUri") switch
                {
                    (var text, null) => new BlobServiceClient(text),
                    (_, var uri) => new BlobServiceClient(uri, identity.Value),
                }
        );

    public QueueServiceClient Queues(string? connection) =>
        queues.GetOrAdd(
            Name(connection),
            name =>
                Find(name, "queueServiceUri") switch
                {
                    (var text, null) => new QueueServiceClient(text),
                    (_, var uri) => new QueueServiceClient(uri, identity.Value),
                }
        );

    private static string Name(string? connection) => string.IsNullOrEmpty(connection) ? Default : connection;

    private (string? ConnectionString, Uri? Service) Find(string name, string service)
    {
        string[] places =
        [
            $"AzureWebJobs{name}",
            name,
            $"ConnectionStrings:AzureWebJobs{name}",
            $"ConnectionStrings:{name}",
        ];
        foreach (var place in places)
        {
            if (configuration[place] is { Length: > 0 } text)
            {
                return (text, null);
            }

            if (configuration[$"{place}:{service}"] is { Length: > 0 } uri)
            {
                return (null, new Uri(uri));
            }
        }

        throw new InvalidOperationException(
            $"There is no storage connection: set {name} to a connection string or {name}__{service} to an address."
        );
    }
}
