using Avance.Functions.Plans;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>Knows callers by their account of the directory, where the platform in front of the app has signed them in.</summary>
public sealed class PlatformSignIn(MemberRows members, IOptions<AccessOptions> options)
{
    /// <returns>Null if nobody is signed in, or the platform is not to be trusted here.</returns>
    public async Task<Caller?> IdentifyAsync(HttpContext http, PlanId? plan, CancellationToken cancellationToken)
    {
        if (
            !options.Value.TrustPlatformAuthentication
            || PlatformPrincipal.Parse(http.Request.Headers[PlatformPrincipal.Header]) is not { } principal
        )
        {
            return null;
        }

        return plan is { } id ? MemberRules.InPlan(principal, await members.ListAsync(id, cancellationToken))
            : MemberRules.IsNational(principal) ? MemberRules.WithoutPlan(principal, [])
            : MemberRules.WithoutPlan(principal, await members.ListAllAsync(cancellationToken));
    }
}
