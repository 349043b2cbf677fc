using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Plans;

/// <summary>Plans read over HTTP.</summary>
public sealed class PlanQueryFunctions(PlanQueries queries)
{
    [Function("ListPlans"), Requires(Permission.ListPlans)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans")] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Json(await queries.ListAsync(request.GetCaller(), cancellationToken), Json.Options);

    [Function("GetPlan"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        queries
            .FindAsync(request.GetPlanId(), cancellationToken)
            .ToAnswerAsync(plan => VersionTag.Answer(request, plan.Revision, plan));

    [Function("ListActivities"), Requires(Permission.ReadPlan)]
    public Task<IResult> ActivitiesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}/activities")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        queries
            .ActivitiesAsync(request.GetPlanId(), request.Query["unit"], request.Query["period"], cancellationToken)
            .ToJsonAsync();
}
