using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages.Work;

/// <summary>What a unit owes in a period, over HTTP.</summary>
public sealed class UnitWorkFunctions(UnitWorkReader work)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/";

    [Function("GetUnitWork"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "units/{unit}/work")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        work.FindAsync(
                request.GetPlanId(),
                request.GetPeriod(),
                request.GetRouteText("unit"),
                request.GetCaller(),
                cancellationToken
            )
            .ToJsonAsync();
}
