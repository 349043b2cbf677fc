using System.Net;
using Avance.FunctionsHost.Triggers;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Avance.FunctionsHost.Http;

/// <summary>
/// The host's own addresses. Their routes precede those of an app. In Azure they require a key; here only this machine may
/// call them.
/// </summary>
internal static class AdminEndpoints
{
    // Routing prefers a literal path to a catch-all of the app; an order below that of functions leaves no doubt.
    private const int BeforeFunctions = -1;

    public static IEnumerable<Endpoint> Create(HostedTriggers triggers) =>
        [
            Create("GET", "admin/host/status", _ => Results.Json(new { state = "Running" })),
            Create(
                "POST",
                "admin/functions/{name}",
                async http =>
                    Accept(await triggers.TryRunAsync((string)http.GetRouteValue("name")!, http.RequestAborted))
            ),
            // Not passed on: the host looks for new blobs itself, and would deliver it a second time.
            Create(
                "POST",
                "runtime/webhooks/blobs",
                http => Accept(triggers.TakesEvents(http.Request.Query["functionName"]))
            ),
            Create("*", "admin/{*path}", _ => Results.NotFound()),
            Create("*", "runtime/{*path}", _ => Results.NotFound()),
        ];

    private static IResult Accept(bool isKnown) => isKnown ? Results.StatusCode(202) : Results.NotFound();

    private static RouteEndpoint Create(string method, string route, Func<HttpContext, IResult> handle) =>
        Create(method, route, http => Task.FromResult(handle(http)));

    private static RouteEndpoint Create(string method, string route, Func<HttpContext, Task<IResult>> handle) =>
        new(
            async http =>
            {
                var isHere = http.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller);
                var result = isHere ? await handle(http) : Results.StatusCode(StatusCodes.Status403Forbidden);
                await result.ExecuteAsync(http);
            },
            RoutePatternFactory.Parse(route),
            BeforeFunctions,
            new EndpointMetadataCollection(new HttpMethodMetadata(method == "*" ? [] : [method])),
            route
        );
}
