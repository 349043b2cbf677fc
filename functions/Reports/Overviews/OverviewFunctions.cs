using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Overviews;

/// <summary>What the desks of the secretariats show.</summary>
public sealed class OverviewFunctions(PeriodOverviewReader periods, NationalOverviewReader all)
{
    [Function("GetOverview"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/overview"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        periods
            .FindAsync(request.GetPlanId(), request.GetPeriod(), request.GetCaller(), cancellationToken)
            .ToJsonAsync();

    [Function("GetNationalOverview"), Requires(Permission.ReadAllPlans)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "overview")] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Json(await all.ListAsync(cancellationToken), Json.Options);
}
