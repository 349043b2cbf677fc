using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Http;

/// <summary>
/// Tells whether a request was made on the developer's machine on which the app runs: only in the Development environment,
/// and only from a loopback address to a loopback address under a loopback name, so that a page of another site cannot
/// reach it by rebinding a name. The Functions host forwards requests over loopback, so that the sender and the name in its
/// X-Forwarded headers must be loopback too. Never in Azure, where App Service sets <c>WEBSITE_INSTANCE_ID</c> and
/// Container Apps <c>CONTAINER_APP_NAME</c>.
/// </summary>
public sealed class DeveloperMachine(IHostEnvironment environment, IConfiguration configuration)
{
    private static readonly string[] SetByAzure = ["WEBSITE_INSTANCE_ID", "CONTAINER_APP_NAME"];

    public bool IsHere(HttpContext http) =>
        environment.IsDevelopment()
        && Array.TrueForAll(SetByAzure, name => string.IsNullOrEmpty(configuration[name]))
        && IsLoopback(http);

    private static bool IsLoopback(HttpContext http) =>
        http.Connection is { LocalIpAddress: { } local, RemoteIpAddress: { } remote }
        && IPAddress.IsLoopback(local)
        && IPAddress.IsLoopback(remote)
        && IsLoopbackName(http.Request.Host)
        && http.Request.Headers["X-Forwarded-Host"].All(host => IsLoopbackName(new HostString(host ?? "")))
        && http.Request.Headers["X-Forwarded-For"]
            .SelectMany(addresses => (addresses ?? "").Split(','))
            .All(address => IPEndPoint.TryParse(address.Trim(), out var from) && IPAddress.IsLoopback(from.Address));

    private static bool IsLoopbackName(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
