using System.Globalization;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages.Work;

/// <summary>What a unit owes in a period, over HTTP.</summary>
public sealed class UnitWorkFunctions(UnitWork work)
{
    [Function("GetUnitWork"), Requires(Permission.ReadPlan)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/units/{unit}/work"
        )]
            HttpRequest request,
        string planId,
        string period,
        string unit,
        CancellationToken cancellationToken
    ) =>
        Problem.Or(
            await work.FindAsync(
                PlanId.Parse(planId, CultureInfo.InvariantCulture),
                period,
                unit,
                request.GetCaller(),
                cancellationToken
            ),
            view => Results.Json(view, Json.Options)
        );
}
