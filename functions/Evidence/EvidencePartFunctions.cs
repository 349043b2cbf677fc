using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Evidence;

/// <summary>Large files of evidence over HTTP: part after part.</summary>
public sealed class EvidencePartFunctions(EvidenceParts parts, EvidenceAssembly assembly)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/evidence/parts";

    [Function("PutEvidencePart"), Requires(Permission.ReportProgress)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{part}")] HttpRequest request,
        string planId,
        string period,
        string number,
        string part,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Problem.Or(
                    await parts.TakeAsync(address, part, request, cancellationToken),
                    taken => Results.Json(taken, Json.Options)
                )
        );

    [Function("PostEvidenceParts"), Requires(Permission.ReportProgress)]
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
                    await assembly.CloseAsync(address, request, cancellationToken),
                    file => Results.Json(EvidenceView.Of(file), Json.Options)
                )
        );
}
