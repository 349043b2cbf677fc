using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Access;

/// <summary>The ways in, in the order in which they count.</summary>
public sealed class Identities(DevelopmentSignIn development, Sessions sessions, PlatformSignIn platform)
{
    /// <param name="http">The request.</param>
    /// <param name="plan">The plan that the address names, if any: an account may be something else to each.</param>
    /// <returns>Null if nobody is signed in.</returns>
    public async Task<Identity?> IdentifyAsync(HttpContext http, PlanId? plan)
    {
        var cancellationToken = http.RequestAborted;
        if (development.Identify(http) is { } developer)
        {
            return new Identity(developer);
        }

        // Whoever has an account as well came by a link on purpose, and signs out to be themselves again.
        if (await sessions.FindAsync(http, cancellationToken) is { } session)
        {
            return new Identity(session.Link.ToCaller(), $"session:{session.Id}", session);
        }

        return await platform.IdentifyAsync(http, plan, cancellationToken) is { } caller
            ? new Identity(caller, http.Request.Headers.ContainsKey(HeaderNames.Authorization) ? null : caller.Name)
            : null;
    }
}
