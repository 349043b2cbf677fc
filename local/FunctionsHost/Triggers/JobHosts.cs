using Avance.FunctionsHost.Worker;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Executors;

namespace Avance.FunctionsHost.Triggers;

/// <summary>Builds the WebJobs host with its extensions for queues and blobs.</summary>
internal static class JobHosts
{
    public static IHost Build(
        IEnumerable<Function> functions,
        HostedTriggers triggers,
        WebhookProvider webhooks,
        BlobServiceClient blobs,
        HostConfiguration configuration,
        ILoggerFactory loggers
    ) =>
        new HostBuilder()
            .ConfigureAppConfiguration(builder => builder.AddConfiguration(configuration.Values))
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddAzureStorageQueues().AddAzureStorageBlobs())
            .ConfigureServices(services =>
                services
                    .AddSingleton(loggers)
                    .AddSingleton(triggers)
                    .AddSingleton<IWebHookProvider>(webhooks)
                    .AddSingleton<IHostIdProvider>(new FixedHostId(configuration.HostId))
                    .AddSingleton<ITypeLocator>(
                        new DynamicTypes(TriggerMethods.Create(functions, configuration.Resolve))
                    )
                    .AddSingleton(blobs)
                    .Configure<QueuesOptions>(configuration.HostJson("extensions:queues").Bind)
                    .Configure<BlobsOptions>(configuration.HostJson("extensions:blobs").Bind)
            )
            .Build();

    /// <summary>The blobs of the host itself: its locks, and what its timers remember.</summary>
    public static BlobServiceClient Blobs(HostConfiguration configuration) =>
        Create(
            configuration,
            "blobServiceUri",
            connection => new BlobServiceClient(connection),
            uri => new BlobServiceClient(uri, new DefaultAzureCredential())
        );

    /// <summary>The queues of the same account.</summary>
    public static QueueServiceClient Queues(HostConfiguration configuration)
    {
        // As Event Grid writes them, and as the listeners read them.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return Create(
            configuration,
            "queueServiceUri",
            connection => new QueueServiceClient(connection, options),
            uri => new QueueServiceClient(uri, new DefaultAzureCredential(), options)
        );
    }

    private static T Create<T>(
        HostConfiguration configuration,
        string uriName,
        Func<string, T> byConnection,
        Func<Uri, T> byIdentity
    ) =>
        configuration.Values["AzureWebJobsStorage"] is { Length: > 0 } connection
            ? byConnection(connection)
            : byIdentity(
                new Uri(
                    configuration.Values[$"AzureWebJobsStorage:{uriName}"]
                        ?? throw new InvalidOperationException("Set AzureWebJobsStorage to the storage account.")
                )
            );

    private sealed class FixedHostId(string id) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
    }

    private sealed class DynamicTypes(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }
}
