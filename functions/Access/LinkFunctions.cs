using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Access;

/// <summary>Form links over HTTP: make, list, revoke.</summary>
public sealed class LinkFunctions(FormLinkHandler links, DeveloperMachine machine)
{
    private const string Route = Routes.Api + "plans/{planId}/links";

    [Function("PostLink"), Requires(Permission.ManagePlan)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<LinkRequest>(cancellationToken)
            .ThenAsync(body =>
                links.CreateAsync(
                    request.GetPlanId(),
                    body,
                    request.GetCaller(),
                    machine.IsHere(request.HttpContext),
                    cancellationToken
                )
            )
            .ToJsonAsync(StatusCodes.Status201Created);

    [Function("ListLinks"), Requires(Permission.ManagePlan)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Json(await links.ListAsync(request.GetPlanId(), cancellationToken), Json.Options);

    [Function("RevokeLink"), Requires(Permission.ManagePlan)]
    public Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{linkId}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        links
            .RevokeAsync(request.GetPlanId(), request.GetRouteText("linkId"), request.GetCaller(), cancellationToken)
            .ToJsonAsync();

    [Function("RevokeLinks"), Requires(Permission.ManagePlan)]
    public async Task<IResult> RevokeAllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        await links.RevokeAllAsync(request.GetPlanId(), request.GetCaller(), cancellationToken);
        return Results.NoContent();
    }
}
