using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Avance.Functions.Http;

/// <summary>What the platform asks of a replica: whether it lives, and whether requests may be sent to it.</summary>
public sealed class ProbeFunctions(HealthCheckService checks)
{
    /// <summary>Answers without touching anything: a storage that is down is no reason to restart the process.</summary>
    [Function("HealthLive"), Requires(Permission.Anonymous)]
    public static IResult GetLive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "health/live")] HttpRequest request
    ) => Results.Json(new { Status = "ok" }, Json.Options);

    /// <summary>Asks each dependency; 503 if one is away without which the app can do nothing.</summary>
    [Function("HealthReady"), Requires(Permission.Anonymous)]
    public async Task<IResult> GetReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "health/ready")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var readiness = Readiness.Of(await checks.CheckHealthAsync(cancellationToken));
        var status = readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Results.Json(readiness, Json.Options, statusCode: status);
    }
}
