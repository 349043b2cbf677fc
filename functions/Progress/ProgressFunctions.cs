using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Progress;

/// <summary>Progress over HTTP: read, save, send, return, accept.</summary>
public sealed class ProgressFunctions(ProgressHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/progress";

    [Function("GetProgress"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        string period,
        string number,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Problem.Or(
                    await handler.ReadAsync(address, request.GetCaller(), cancellationToken),
                    stored => Answer(request, stored.Progress?.Version ?? 0, ProgressView.Of(address, stored.Progress))
                )
        );

    [Function("GetProgressVersions"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetVersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/versions")] HttpRequest request,
        string planId,
        string period,
        string number,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Problem.Or(
                    await handler.VersionsAsync(address, request.GetCaller(), cancellationToken),
                    versions =>
                        Results.Json(versions.Select(version => ProgressView.Of(address, version)), Json.Options)
                )
        );

    [Function("PutProgress"), Requires(Permission.ReportProgress)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        string planId,
        string period,
        string number,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            address =>
                WriteAsync<ProgressRequest>(
                    request,
                    (version, body) =>
                        handler.SaveAsync(address, version, body, request.GetCaller(), cancellationToken),
                    cancellationToken
                )
        );

    [Function("ReviewProgress"), Requires(Permission.ReviewProgress)]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/review")] HttpRequest request,
        string planId,
        string period,
        string number,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            address =>
                WriteAsync<ReviewRequest>(
                    request,
                    (version, body) =>
                        handler.ReviewAsync(address, version, body, request.GetCaller(), cancellationToken),
                    cancellationToken
                )
        );

    private static async Task<IResult> WriteAsync<T>(
        HttpRequest request,
        Func<int, T, Task<Result<Receipt>>> write,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        if (!VersionTag.Read(request).Succeeded(out var version, out var error))
        {
            return Problem.From(error);
        }

        if (!(await JsonBody.ReadAsync<T>(request, cancellationToken)).Succeeded(out var body, out error))
        {
            return Problem.From(error);
        }

        return Problem.Or(await write(version, body), receipt => Answer(request, receipt.Version, receipt));
    }

    private static IResult Answer<T>(HttpRequest request, int version, T body)
    {
        request.HttpContext.Response.Headers.ETag = VersionTag.Write(version);
        return Results.Json(body, Json.Options);
    }
}
