using Microsoft.AspNetCore.Routing;

namespace Avance.Functions.Http;

/// <summary>
/// Reads the parts of a request's route. The access middleware has already refused a malformed plan, period or activity,
/// except for anonymous functions: a part that is missing here is missing in the function's declared route, and throws.
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

    /// <summary>A part of the route as text; empty if the route ends before it.</summary>
    public static string GetRouteText(this HttpRequest request, string name) =>
        request.HttpContext.GetRouteValue(name) as string ?? "";

    private static InvalidOperationException Missing(string name) => new($"The route has no {{{name}}}.");
}
