using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Http;

/// <summary>
/// Whether a request was made on the developer's machine on which the app runs. It was only in the Development
/// environment, and only if it came to the loopback address, from the loopback address, under a loopback name: a page of
/// another site can neither reach it nor rebind a name to it. The Functions host passes requests on over loopback and says
/// in X-Forwarded headers where they came from: those count too. In Azure it never was: App Service sets
/// <c>WEBSITE_INSTANCE_ID</c>, Container Apps <c>CONTAINER_APP_NAME</c>.
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
