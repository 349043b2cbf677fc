using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>
/// The part of the host's own API that helps a developer: a timer can be run out of turn. In Azure it asks for the
/// master key; here only this machine may call it.
/// </summary>
internal static class AdminEndpoints
{
    public static IEnumerable<Endpoint> Create(TriggerHost triggers, Shutdown shutdown)
    {
        yield return Create("POST", "admin/functions/{name}", http => RunTimer(http, triggers, shutdown));
        yield return Create("GET", "admin/host/status", ShowStatus);
    }

    private static RouteEndpoint Create(string method, string route, RequestDelegate handle) =>
        new(
            http =>
            {
                if (http.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller))
                {
                    return handle(http);
                }

                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
            RoutePatternFactory.Parse(route),
            order: 0,
            new EndpointMetadataCollection(new HttpMethodMetadata([method])),
            route
        );

    private static Task ShowStatus(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync("""{"state":"Running"}""");
    }

    private static Task RunTimer(HttpContext http, TriggerHost triggers, Shutdown shutdown)
    {
        if (triggers.FindTimer((string)http.Request.RouteValues["name"]!) is not { } timer)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
        _ = shutdown.RunAsync(timer.Name, timer.RunNowAsync);
        return Task.CompletedTask;
    }
}
