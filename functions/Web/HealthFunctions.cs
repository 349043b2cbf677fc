using System.Reflection;
using Avance.Functions.Access;
using Azure;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Web;

/// <summary>Says whether the app works and what it is connected to: names only, no key and no account data.</summary>
public sealed class HealthFunctions(TableServiceClient tables, IHostEnvironment environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string Version =
        typeof(HealthFunctions)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    [Function("Health"), Requires(Need.Nothing)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var reached = await ReachesStorageAsync(tables, cancellationToken);
        var health = new
        {
            Status = reached ? "ok" : "storage-unavailable",
            Environment = environment.EnvironmentName,
            Version,
            Storage = new { Tables = tables.Uri.GetLeftPart(UriPartial.Path), Reached = reached },
        };
        return Results.Json(
            health,
            Json.Options,
            statusCode: reached ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    /// <summary>True if the storage answers, whatever it says of the tables.</summary>
    internal static async Task<bool> ReachesStorageAsync(TableServiceClient tables, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await foreach (var _ in tables.QueryAsync(maxPerPage: 1, cancellationToken: patience.Token))
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
}
