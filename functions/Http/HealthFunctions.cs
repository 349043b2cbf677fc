using System.Reflection;
using Avance.Functions.Storage;
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
    private static readonly string Version =
        typeof(HealthFunctions)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    [Function("Health"), Requires(Permission.Anonymous)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var reached = await Task.WhenAll(
            StorageProbe.CanReachAsync(token => tables.QueryAsync(cancellationToken: token), cancellationToken),
            StorageProbe.CanReachAsync(
                token => blobs.GetBlobContainersAsync(cancellationToken: token),
                cancellationToken
            ),
            StorageProbe.CanReachAsync(token => queues.GetQueuesAsync(cancellationToken: token), cancellationToken)
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

    private static object Service(Uri address, bool reached) =>
        new { Address = address.GetLeftPart(UriPartial.Path), Reached = reached };
}
