using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Evidence;

/// <summary>Large files of evidence over HTTP, in parts.</summary>
public sealed class EvidencePartFunctions(EvidenceParts parts, EvidenceAssembly assembly)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/evidence/parts";

    [Function("PutEvidencePart"), Requires(Permission.ReportProgress)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{part}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        parts
            .TakeAsync(request.GetProgressAddress(), request.GetRouteText("part"), request, cancellationToken)
            .ToJsonAsync();

    [Function("PostEvidenceParts"), Requires(Permission.ReportProgress)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => assembly.CompleteAsync(request.GetProgressAddress(), request, cancellationToken).ToJsonAsync(EvidenceView.Of);
}
