using System.Reflection;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Http;

/// <summary>Says whether the app works and what it is connected to: names only, no key and no account data.</summary>
public sealed class HealthFunctions(
    TableServiceClient tables,
    BlobServiceClient blobs,
    QueueServiceClient queues,
    IHostEnvironment environment
)
{
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);
    private static readonly string Version =
        typeof(HealthFunctions)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    [Function("Health"), Requires(Permission.Nothing)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var reached = await Task.WhenAll(
            ReachesAsync(token => tables.QueryAsync(cancellationToken: token), cancellationToken),
            ReachesAsync(token => blobs.GetBlobContainersAsync(cancellationToken: token), cancellationToken),
            ReachesAsync(token => queues.GetQueuesAsync(cancellationToken: token), cancellationToken)
        );
        var works = Array.TrueForAll(reached, service => service);
        var health = new
        {
            Status = works ? "ok" : "storage-unavailable",
            Environment = environment.EnvironmentName,
            Version,
            Storage = new
            {
                Tables = Service(tables.Uri, reached[0]),
                Blobs = Service(blobs.Uri, reached[1]),
                Queues = Service(queues.Uri, reached[2]),
            },
        };
        var status = works ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Results.Json(health, Json.Options, statusCode: status);
    }

    /// <summary>True if a service answers, whatever it says.</summary>
    /// <param name="list">Asks for what it has; one of it is read.</param>
    internal static async Task<bool> ReachesAsync<T>(
        Func<CancellationToken, AsyncPageable<T>> list,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(ProbeTimeout);
        try
        {
            await foreach (var _ in list(limited.Token).AsPages(pageSizeHint: 1))
            {
                break;
            }

            return true;
        }
        catch (Exception error) when (error is RequestFailedException || StorageFailure.IsOutage(error))
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static object Service(Uri address, bool reached) =>
        new { Address = address.GetLeftPart(UriPartial.Path), Reached = reached };
}
