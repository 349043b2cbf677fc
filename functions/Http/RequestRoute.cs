using Microsoft.AspNetCore.Routing;

namespace Avance.Functions.Http;

/// <summary>
/// What a function asks for of its route. The access middleware has answered a request with a malformed plan, period or
/// activity before: a part that is missing here is missing in the function's declared route, which throws.
/// </summary>
public static class RequestRoute
{
    public static PlanId GetPlanId(this HttpRequest request) =>
        RouteAddress.Of(request.HttpContext).Plan ?? throw Missing("planId");

    public static Period GetPeriod(this HttpRequest request) =>
        RouteAddress.Of(request.HttpContext).Period ?? throw Missing("period");

    public static ProgressAddress GetProgressAddress(this HttpRequest request) =>
        new(
            request.GetPlanId(),
            request.GetPeriod(),
            RouteAddress.Of(request.HttpContext).Activity ?? throw Missing("number")
        );

    /// <summary>A part of the route as it was written; empty where a route may end without it.</summary>
    public static string GetRouteText(this HttpRequest request, string name) =>
        request.HttpContext.GetRouteValue(name) as string ?? "";

    private static InvalidOperationException Missing(string name) => new($"The route has no {{{name}}}.");
}
