using Avance.Functions.Http;
using Avance.Functions.Plans.Import;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Plans;

/// <summary>Imports of plans over HTTP.</summary>
public sealed class PlanImportFunctions(ImportHandler handler)
{
    [Function("ImportPlan"), Requires(Permission.ManagePlan)]
    public Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Api + "plans/{planId}/import")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        ImportRequest
            .ReadAsync(request, cancellationToken)
            .ThenAsync(sent =>
                handler.ImportAsync(
                    request.GetPlanId(),
                    sent.Content,
                    sent.DryRun,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            .ToJsonAsync();
}
