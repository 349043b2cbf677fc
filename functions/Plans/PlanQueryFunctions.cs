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
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}")] HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) =>
        Problem.Or(
            await queries.FindAsync(planId, cancellationToken),
            plan =>
            {
                request.HttpContext.Response.Headers.ETag = $"\"{plan.Revision}\"";
                return Results.Json(plan, Json.Options);
            }
        );

    [Function("ListActivities"), Requires(Permission.ReadPlan)]
    public async Task<IResult> ActivitiesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}/activities")]
            HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) =>
        Problem.Or(
            await queries.ActivitiesAsync(planId, request.Query["unit"], request.Query["period"], cancellationToken),
            activities => Results.Json(activities, Json.Options)
        );
}
