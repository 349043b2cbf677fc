using System.Globalization;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Evidence;

/// <summary>Evidence over HTTP: upload, give back, withdraw.</summary>
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
                    await upload.TakeAsync(address, request, cancellationToken),
                    files => Results.Json(files.Select(EvidenceView.Of), Json.Options)
                )
        );

    [Function("GetEvidenceContent"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetContentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}/content")] HttpRequest request,
        string planId,
        string period,
        string number,
        string id,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Problem.Or(
                    await queries.OpenAsync(address, id, request.GetCaller(), cancellationToken),
                    evidence => Download(request.HttpContext.Response, evidence)
                )
        );

    [Function("GetEvidenceFacts"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetFactsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}/facts")] HttpRequest request,
        string planId,
        string period,
        string number,
        string id,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Problem.Or(
                    await queries.FactsAsync(address, id, request.GetCaller(), cancellationToken),
                    json => Results.Bytes(json.ToMemory(), "application/json; charset=utf-8")
                )
        );

    [Function("WithdrawEvidence"), Requires(Permission.ReportProgress)]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request,
        string planId,
        string period,
        string number,
        string id,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Problem.Or(
                    await withdrawal.WithdrawAsync(address, id, request.GetCaller(), cancellationToken),
                    file => Results.Json(EvidenceView.Of(file), Json.Options)
                )
        );

    [Function("RereadEvidence"), Requires(Permission.ManagePlan)]
    public async Task<IResult> RereadAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = Routes.Api + "plans/{planId}/periods/{period}/evidence/reread"
        )]
            HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellationToken
    ) =>
        Period.TryParse(period, null, out var semester)
            ? Problem.Or(
                await rereading.AskAsync(
                    PlanId.Parse(planId, CultureInfo.InvariantCulture),
                    semester,
                    request.GetCaller(),
                    cancellationToken
                ),
                asked => Results.Json(asked, Json.Options, statusCode: StatusCodes.Status202Accepted)
            )
            : Problem.From(Error.NotFound("period-unknown", period, planId));

    /// <summary>As an attachment of no type: a browser saves it and never shows it, whatever is in it.</summary>
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
