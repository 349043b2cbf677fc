using Avance.Functions.Storage.Queues;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Avance.Functions.Storage;

/// <summary>
/// The clients of the app's storage account: by the connection string <c>DataStorage</c>, or by identity with
/// <c>DataStorage__tableServiceUri</c>, <c>…__blobServiceUri</c> and <c>…__queueServiceUri</c>. Report tables may be in an
/// account of their own: by <c>ReportsStorage</c>, or by identity with <c>ReportsStorage__tableServiceUri</c>. What the
/// Functions host keeps for itself is in the account of <c>AzureWebJobsStorage</c>, which the app does not touch.
/// </summary>
public static class StorageClients
{
    public const string Setting = "DataStorage";

    /// <summary>
    /// The setting of the storage account for reports, and the key of its table client. Power BI is given a key of that account:
    /// it opens nothing else.
    /// </summary>
    public const string Reports = "ReportsStorage";

    // The triggers decode messages from base64, as the Functions host does by default.
    private static readonly QueueClientOptions QueueOptions = StorageRetries.ForRows(
        new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
    );

    private static readonly TableClientOptions TableOptions = StorageRetries.ForRows(new TableClientOptions());

    private static readonly BlobClientOptions BlobOptions = StorageRetries.ForBlocks(new BlobClientOptions());

    /// <summary>
    /// Creates the table client and sends a first request while the host starts. The request that started the process needs
    /// the tables, and would otherwise wait while the client's assemblies are loaded.
    /// </summary>
    public static FunctionsApplicationBuilder WarmUpStorage(this FunctionsApplicationBuilder builder)
    {
        var tables = new Lazy<TableServiceClient>(() => CreateTables(builder.Configuration));
        builder.Services.AddSingleton(_ => tables.Value);
        _ = Task.Run(() =>
            StorageProbe.CanReachAsync(
                token => tables.Value.QueryAsync(cancellationToken: token),
                CancellationToken.None
            )
        );
        return builder;
    }

    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => CreateTables(provider.GetRequiredService<IConfiguration>()));
        services.AddKeyedSingleton(
            Reports,
            (provider, _) =>
                provider.GetRequiredService<IConfiguration>() is var configuration && HasReports(configuration)
                    ? CreateTables(configuration, Reports)
                    : provider.GetRequiredService<TableServiceClient>()
        );
        services
            .AddSingleton<StorageInitializer>()
            .AddHostedService(provider => provider.GetRequiredService<StorageInitializer>());
        return services
            .AddStorageHealth()
            .AddStorageNames(
                tables: [AuditTable.Name],
                queues: [ExaminationQueue.Name, ExaminationQueue.Poison, ReceiptQueue.Name, ReceiptQueue.Poison]
            )
            .AddSingleton<AuditTable>()
            .AddSingleton<ExaminationQueue>()
            .AddSingleton<ReceiptQueue>()
            .AddSingleton<QueueDepths>()
            .AddSingleton(provider =>
                Create(
                    provider.GetRequiredService<IConfiguration>(),
                    "blobServiceUri",
                    connection => new BlobServiceClient(connection, BlobOptions),
                    uri => new BlobServiceClient(uri, new DefaultAzureCredential(), BlobOptions)
                )
            )
            .AddSingleton(provider =>
                Create(
                    provider.GetRequiredService<IConfiguration>(),
                    "queueServiceUri",
                    connection => new QueueServiceClient(connection, QueueOptions),
                    uri => new QueueServiceClient(uri, new DefaultAzureCredential(), QueueOptions)
                )
            );
    }

    private static bool HasReports(IConfiguration configuration) =>
        configuration[Reports] is { Length: > 0 } || configuration[$"{Reports}:tableServiceUri"] is { Length: > 0 };

    private static TableServiceClient CreateTables(IConfiguration configuration, string setting = Setting) =>
        Create(
            configuration,
            "tableServiceUri",
            connection => new TableServiceClient(connection, TableOptions),
            uri => new TableServiceClient(uri, new DefaultAzureCredential(), TableOptions),
            setting
        );

    private static T Create<T>(
        IConfiguration configuration,
        string uriName,
        Func<string, T> byConnection,
        Func<Uri, T> byIdentity,
        string setting = Setting
    ) =>
        configuration[setting] is { Length: > 0 } connection ? byConnection(connection)
        : configuration[$"{setting}:{uriName}"] is { Length: > 0 } uri ? byIdentity(new Uri(uri))
        : throw new InvalidOperationException($"Set {setting}, or {setting}__{uriName}, to the storage account.");
}
