using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages.Work;

/// <summary>The files of an activity over HTTP.</summary>
public sealed class EvidenceListFunctions(EvidenceList list)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/evidence";

    [Function("ListEvidence"), Requires(Permission.ReadPlan)]
    public Task<IResult> ListAsync(
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
                    await list.ReadAsync(address, request.GetCaller(), cancellationToken),
                    files => Results.Json(files, Json.Options)
                )
        );
}
