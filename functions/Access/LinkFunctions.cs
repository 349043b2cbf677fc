using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Access;

/// <summary>Form links over HTTP: make, list, revoke.</summary>
public sealed class LinkFunctions(FormLinks links, DevelopmentSignIn development)
{
    private const string Route = Routes.Api + "plans/{planId}/links";

    [Function("PostLink"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) =>
        (await JsonBody.ReadAsync<LinkRequest>(request, cancellationToken)).Succeeded(out var body, out var error)
            ? Problem.Or(
                await links.CreateAsync(
                    Plan(planId),
                    body,
                    request.GetCaller(),
                    development.IsHere(request.HttpContext),
                    cancellationToken
                ),
                link => Results.Json(link, Json.Options, statusCode: StatusCodes.Status201Created)
            )
            : Problem.From(error);

    [Function("ListLinks"), Requires(Permission.ManagePlan)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) => Results.Json(await links.ListAsync(Plan(planId), cancellationToken), Json.Options);

    [Function("RevokeLink"), Requires(Permission.ManagePlan)]
    public async Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{linkId}")] HttpRequest request,
        string planId,
        string linkId,
        CancellationToken cancellationToken
    ) =>
        Problem.Or(
            await links.RevokeAsync(Plan(planId), linkId, request.GetCaller(), cancellationToken),
            link => Results.Json(link, Json.Options)
        );

    [Function("RevokeLinks"), Requires(Permission.ManagePlan)]
    public async Task<IResult> RevokeAllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    )
    {
        await links.RevokeAllAsync(Plan(planId), request.GetCaller(), cancellationToken);
        return Results.NoContent();
    }

    // Whoever came here may manage the plan, so it is one.
    private static PlanId Plan(string id) => PlanId.Parse(id, null);
}
