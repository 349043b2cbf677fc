using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Successors;

/// <summary>The draft of the next plan over HTTP. It has the contacts of the plan, which only its secretariat sees.</summary>
public sealed class SuccessorFunctions(SuccessorHandler handler)
{
    [Function("GetSuccessor"), Requires(Permission.ManagePlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}/successor")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .DraftAsync(request.GetPlanId(), request.Query["firstYear"], request.Query["lastYear"], cancellationToken)
            .ToJsonAsync();
}
