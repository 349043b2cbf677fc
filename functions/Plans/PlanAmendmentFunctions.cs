using Avance.Functions.Http;
using Avance.Functions.Plans.Amendments;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Plans;

/// <summary>Amendments of plans over HTTP.</summary>
public sealed class PlanAmendmentFunctions(AmendmentHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/amendments";

    [Function("AmendPlan"), Requires(Permission.ManagePlan)]
    public Task<IResult> AmendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<Amendment>(cancellationToken)
            .ThenAsync(amendment =>
                handler.AmendAsync(request.GetPlanId(), amendment, request.GetCaller(), cancellationToken)
            )
            .ToJsonAsync();

    [Function("ListAmendments"), Requires(Permission.ReadPlan)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Json(await handler.ListAsync(request.GetPlanId(), cancellationToken), Json.Options);
}
