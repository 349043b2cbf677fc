using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages.Work;

/// <summary>The files of an activity over HTTP.</summary>
public sealed class EvidenceListFunctions(EvidenceListReader list)
{
    [Function("ListEvidence"), Requires(Permission.ReadPlan)]
    public Task<IResult> ListAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/evidence"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => list.ReadAsync(request.GetProgressAddress(), request.GetCaller(), cancellationToken).ToJsonAsync();
}
