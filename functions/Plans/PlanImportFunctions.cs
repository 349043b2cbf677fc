using Avance.Functions.Http;
using Avance.Functions.Plans.Import;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Plans;

/// <summary>Imports of plans over HTTP.</summary>
public sealed class PlanImportFunctions(ImportHandler handler)
{
    [Function("ImportPlan"), Requires(Permission.ManagePlan)]
    public async Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Api + "plans/{planId}/import")]
            HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    )
    {
        if (!(await ImportRequest.ReadAsync(request, planId, cancellationToken)).Succeeded(out var sent, out var error))
        {
            return Problem.From(error);
        }

        var caller = request.GetCaller();
        var result = await handler.ImportAsync(sent.Plan, sent.Content, sent.DryRun, caller, cancellationToken);
        return Problem.Or(result, receipt => Results.Json(receipt, Json.Options));
    }
}
