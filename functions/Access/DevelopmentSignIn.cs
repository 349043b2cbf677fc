using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Access;

/// <summary>
/// Tells callers apart on a developer's machine by the header <c>X-Avance-Caller</c>:
/// <c>unit-reporter PLAN UNIT</c>, <c>reader PLAN</c>, <c>secretariat PLAN</c> or <c>national-secretariat</c>.
/// Honoured only in the Development environment, and only for a request that came to the loopback address, from the
/// loopback address, under a loopback name: a page of another site can neither reach it nor rebind a name to it. The
/// Functions host passes requests on over loopback and says in X-Forwarded headers where they came from: those count too.
/// In Azure it is never honoured: App Service sets <c>WEBSITE_INSTANCE_ID</c>, Container Apps <c>CONTAINER_APP_NAME</c>.
/// </summary>
public sealed class DevelopmentSignIn(IHostEnvironment environment, IConfiguration configuration)
{
    public const string Header = "X-Avance-Caller";

    private static readonly string[] SetByAzure = ["WEBSITE_INSTANCE_ID", "CONTAINER_APP_NAME"];

    /// <returns>Null if the header is missing, malformed, or not to be trusted here.</returns>
    public Caller? Identify(HttpContext http) => IsHere(http) ? Parse(http.Request.Headers[Header]) : null;

    /// <summary>True if the request was made on the developer's machine on which the app runs.</summary>
    public bool IsHere(HttpContext http) =>
        environment.IsDevelopment()
        && Array.TrueForAll(SetByAzure, name => string.IsNullOrEmpty(configuration[name]))
        && IsLoopback(http);

    public static Caller? Parse(string? header)
    {
        var words = header?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        PlanId? plan = words.Length > 1 && PlanId.TryParse(words[1], null, out var id) ? id : null;
        return words switch
        {
            ["national-secretariat"] => new Caller(Role.NationalSecretariat, null, null, "dev:national-secretariat"),
            ["secretariat", _] when plan is not null => new Caller(Role.Secretariat, plan, null, "dev:secretariat"),
            ["reader", _] when plan is not null => new Caller(Role.Reader, plan, null, "dev:reader"),
            ["unit-reporter", _, var code] when plan is not null && UnitCode.TryParse(code, null, out var unit) =>
                new Caller(Role.UnitReporter, plan, unit, $"dev:unit-reporter:{unit}"),
            _ => null,
        };
    }

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
