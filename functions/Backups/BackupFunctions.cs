using Avance.Functions.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Backups;

/// <summary>A plan with everything of it as one file, and back.</summary>
public sealed class BackupFunctions(BackupHandler backups, RestoreUpload upload, RestoreHandler restores)
{
    private const string Restore = Routes.Api + "plans/{planId}/restores/{id}";

    [Function("GetBackup"), Requires(Permission.BackUpPlans)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}/backup")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        backups
            .OpenAsync(request.GetPlanId(), request.GetCaller(), cancellationToken)
            .ToAnswerAsync(backup => Answer(request.HttpContext, backup));

    [Function("PutRestorePart"), Requires(Permission.BackUpPlans)]
    public Task<IResult> PutPartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Restore + "/parts/{part}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        upload
            .TakeAsync(
                request.GetPlanId(),
                request.GetRouteText("id"),
                request.GetRouteText("part"),
                request,
                cancellationToken
            )
            .ToJsonAsync();

    [Function("PostRestore"), Requires(Permission.BackUpPlans)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Restore)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<RestoreRequest>(cancellationToken)
            .ThenAsync(body =>
                restores.RestoreAsync(request.GetPlanId(), request.GetRouteText("id"), body, request.GetCaller())
            )
            .ToJsonAsync();

    private static IResult Answer(HttpContext http, PlanBackup backup)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // The archive writes the few bytes around each file synchronously, which the server would refuse.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        return Results.Stream(
            async output =>
            {
                try
                {
                    await backup.WriteAsync(output, http.RequestAborted);
                }
                catch (Exception)
                {
                    // The answer has begun: a connection that breaks is the only way left to say that it is not whole.
                    http.Abort();
                    throw;
                }
            },
            "application/zip",
            backup.FileName
        );
    }
}
