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
        CancellationToken cancellationToken
    )
    {
        var address = request.GetProgressAddress();
        return handler
            .ReadAsync(address, request.GetCaller(), cancellationToken)
            .ToAnswerAsync(stored =>
                VersionTag.Answer(request, stored.Progress?.Version ?? 0, ProgressView.Of(address, stored.Progress))
            );
    }

    [Function("GetProgressVersions"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetVersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/versions")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var address = request.GetProgressAddress();
        return handler
            .VersionsAsync(address, request.GetCaller(), cancellationToken)
            .ToJsonAsync(versions => versions.Select(version => ProgressView.Of(address, version)));
    }

    [Function("PutProgress"), Requires(Permission.ReportProgress)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        WriteAsync<ProgressRequest>(
            request,
            (version, body) =>
                handler.SaveAsync(request.GetProgressAddress(), version, body, request.GetCaller(), cancellationToken),
            cancellationToken
        );

    [Function("ReviewProgress"), Requires(Permission.ReviewProgress)]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/review")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        WriteAsync<ReviewRequest>(
            request,
            (version, body) =>
                handler.ReviewAsync(
                    request.GetProgressAddress(),
                    version,
                    body,
                    request.GetCaller(),
                    cancellationToken
                ),
            cancellationToken
        );

    private static async Task<IResult> WriteAsync<T>(
        HttpRequest request,
        Func<int, T, Task<Result<Receipt>>> write,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<T>(cancellationToken)
                .ThenAsync(body => write(version, body))
                .ToAnswerAsync(receipt => VersionTag.Answer(request, receipt.Version, receipt))
            : Problem.From(error);
}
