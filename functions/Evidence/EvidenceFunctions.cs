using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Evidence;

/// <summary>Evidence over HTTP: upload, download, facts, withdraw, reread.</summary>
public sealed class EvidenceFunctions(
    EvidenceUpload upload,
    EvidenceWithdrawal withdrawal,
    EvidenceRereading rereading,
    EvidenceQueries queries
)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/evidence";

    [Function("PostEvidence"), Requires(Permission.ReportProgress)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        upload
            .TakeAsync(request.GetProgressAddress(), request, cancellationToken)
            .ToJsonAsync(files => files.Select(EvidenceView.Of));

    [Function("GetEvidenceContent"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetContentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}/content")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        queries
            .OpenAsync(request.GetProgressAddress(), request.GetRouteText("id"), request.GetCaller(), cancellationToken)
            .ToAnswerAsync(evidence => Download(request.HttpContext.Response, evidence));

    [Function("GetEvidenceFacts"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetFactsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}/facts")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        queries
            .FactsAsync(
                request.GetProgressAddress(),
                request.GetRouteText("id"),
                request.GetCaller(),
                cancellationToken
            )
            .ToAnswerAsync(json => Results.Bytes(json.ToMemory(), "application/json; charset=utf-8"));

    [Function("WithdrawEvidence"), Requires(Permission.ReportProgress)]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        withdrawal
            .WithdrawAsync(
                request.GetProgressAddress(),
                request.GetRouteText("id"),
                request.GetCaller(),
                cancellationToken
            )
            .ToJsonAsync(EvidenceView.Of);

    [Function("RereadEvidence"), Requires(Permission.ManagePlan)]
    public Task<IResult> RereadAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = Routes.Api + "plans/{planId}/periods/{period}/evidence/reread"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        rereading
            .EnqueueAsync(request.GetPlanId(), request.GetPeriod(), request.GetCaller(), cancellationToken)
            .ToJsonAsync(StatusCodes.Status202Accepted);

    /// <summary>As an untyped attachment: a browser saves it and never renders it.</summary>
    private static IResult Download(HttpResponse response, EvidenceContent evidence)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(
            evidence.Content,
            "application/octet-stream",
            evidence.File.Name,
            entityTag: new EntityTagHeaderValue($"\"{evidence.File.Sha256}\"")
        );
    }
}
