using Azure.Core;

namespace Avance.Functions.Storage;

/// <summary>
/// How long the app waits for a storage that does not answer. Left alone the clients wait 100 s, four times: a person would
/// be told nothing, since the page gives up after 30 s and the ingress of Azure Container Apps after four minutes. See
/// https://learn.microsoft.com/dotnet/api/azure.core.retryoptions.networktimeout
/// </summary>
internal static class StorageRetries
{
    private const int Retries = 2;

    // A page of a query takes the service up to 5 s: https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination
    private static readonly TimeSpan RowTimeout = TimeSpan.FromSeconds(8);

    // A block has up to 4 MiB.
    private static readonly TimeSpan BlockTimeout = TimeSpan.FromSeconds(20);

    /// <summary>For tables and queues: all tries together end before a page gives up.</summary>
    public static T ForRows<T>(T options)
        where T : ClientOptions => With(options, RowTimeout);

    /// <summary>For blobs: all tries together end before the form takes an upload for lost, after 90 s.</summary>
    public static T ForBlocks<T>(T options)
        where T : ClientOptions => With(options, BlockTimeout);

    private static T With<T>(T options, TimeSpan timeout)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = Retries;
        options.Retry.NetworkTimeout = timeout;
        return options;
    }
}
