using Avance.Functions.Http;
using Avance.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>The one place that lets a request through to its function, or refuses it.</summary>
public sealed class AccessMiddleware(
    FunctionPermissions permissions,
    Identities identities,
    DeveloperMachine machine,
    AntiForgery antiForgery,
    LinkLimiter limiter,
    IOptions<AccessOptions> options
) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            if (await AuthorizeAsync(context, http) is { } error)
            {
                if (error.Status is 401 or 403 or 429)
                {
                    AppMetrics.CountRefusedSignIn(error.Code);
                }

                context.GetInvocationResult().Value = Problem.From(error);
                return;
            }
        }
        else if (!IsTriggeredWithoutRequest(context.FunctionDefinition))
        {
            // Without the request the caller is unknown, and there is no response to write to: the host answers 500.
            throw new InvalidOperationException($"{context.FunctionDefinition.Name} was called without its request.");
        }

        await next(context);
    }

    /// <summary>True if a timer, queue or blob starts the function, and no request does.</summary>
    private static bool IsTriggeredWithoutRequest(FunctionDefinition function)
    {
        var triggers = function
            .InputBindings.Values.Select(binding => binding.Type)
            .Where(type => type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return triggers.Length > 0 && !triggers.Contains("httpTrigger", StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>Null if the caller may call the function and its address is well-formed.</returns>
    private async Task<Error?> AuthorizeAsync(FunctionContext context, HttpContext http)
    {
        if (!RequestOrigin.IsOwn(http.Request, Addresses(http)))
        {
            return new Error("other-origin", StatusCodes.Status403Forbidden);
        }

        var permission = permissions.Of(context.FunctionDefinition);
        if (permission == Permission.Anonymous)
        {
            return null;
        }

        var address = RouteAddress.Of(http);
        var identity = await identities.IdentifyAsync(http, address.Plan);
        if (identity?.Session is { } session && limiter.Take(session.Link, http.Response) is { } tooMany)
        {
            return tooMany;
        }

        var decision = AccessRules.Decide(permission, identity?.Caller, address.Plan, address.Period);
        if (decision == AccessDecision.NotSignedIn)
        {
            // RFC 9110 requires it with 401: it tells clients how to authenticate.
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return new Error("not-signed-in", StatusCodes.Status401Unauthorized);
        }

        if (decision != AccessDecision.Allowed || identity is null)
        {
            return new Error("not-allowed", StatusCodes.Status403Forbidden);
        }

        if (
            RequestOrigin.IsChange(http.Request)
            && identity.BrowserSession is { } browser
            && !antiForgery.IsValid(browser, http.Request)
        )
        {
            return new Error("anti-forgery", StatusCodes.Status403Forbidden);
        }

        http.SetIdentity(identity);
        return address.Malformed;
    }

    private IEnumerable<Uri> Addresses(HttpContext http) =>
        machine.IsHere(http)
            ? [options.Value.Address, new Uri($"{http.Request.Scheme}://{http.Request.Host}")]
            : [options.Value.Address];
}
