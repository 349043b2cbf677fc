using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Access;

/// <summary>Identifies callers by the ways to sign in, in order of precedence.</summary>
public sealed class Identities(DevelopmentSignIn development, Sessions sessions, PlatformSignIn platform)
{
    /// <param name="plan">The plan that the address names, if any: an account may have another role in each.</param>
    /// <returns>Null if not signed in.</returns>
    public async Task<Identity?> IdentifyAsync(HttpContext http, PlanId? plan)
    {
        var cancellationToken = http.RequestAborted;
        if (development.Identify(http) is { } developer)
        {
            return new Identity(developer);
        }

        // A link goes before an account: its user opened it on purpose, and signs out to use the account again.
        if (await sessions.FindAsync(http, cancellationToken) is { } session)
        {
            return new Identity(session.Link.ToCaller(), $"session:{session.Id}", session);
        }

        return await platform.IdentifyAsync(http, plan, cancellationToken) is { } caller
            ? new Identity(caller, http.Request.Headers.ContainsKey(HeaderNames.Authorization) ? null : caller.Name)
            : null;
    }
}
