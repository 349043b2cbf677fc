using Avance.Functions.Http;
using Avance.Functions.Plans.Amendments;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Plans;

/// <summary>Amendments of plans over HTTP.</summary>
public sealed class PlanAmendmentFunctions(AmendmentHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/amendments";

    [Function("AmendPlan"), Requires(Permission.ManagePlan)]
    public async Task<IResult> AmendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) =>
        (await JsonBody.ReadAsync<Amendment>(request, cancellationToken)).Succeeded(out var amendment, out var error)
            ? Problem.Or(
                await handler.AmendAsync(planId, amendment, request.GetCaller(), cancellationToken),
                receipt => Results.Json(receipt, Json.Options)
            )
            : Problem.From(error);

    [Function("ListAmendments"), Requires(Permission.ReadPlan)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) =>
        Problem.Or(
            await handler.ListAsync(planId, cancellationToken),
            receipts => Results.Json(receipts, Json.Options)
        );
}
