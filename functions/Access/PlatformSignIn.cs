using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>Identifies callers by the account with which the platform in front of the app has signed them in.</summary>
/// <remarks>
/// Its header is trusted only if both our setting, which only a deployment that configures the sign-in makes, and the
/// platform itself say that it is on. App Service sets <c>WEBSITE_AUTH_ENABLED</c>
/// (https://learn.microsoft.com/azure/app-service/reference-app-settings#authentication--authorization). Container Apps
/// sets <c>CONTAINER_APP_NAME</c> and nothing on authentication
/// (https://learn.microsoft.com/azure/container-apps/environment-variables#built-in-environment-variables): there the
/// deployment says with a second setting that it turned it on.
/// </remarks>
public sealed class PlatformSignIn(MemberTable members, IConfiguration configuration, IOptions<AccessOptions> options)
{
    private const string OnAppService = "WEBSITE_AUTH_ENABLED";
    private const string InContainerApp = "CONTAINER_APP_NAME";

    // Neither changes while the app runs.
    private readonly bool isTrusted =
        options.Value.TrustPlatformAuthentication
        && (
            (bool.TryParse(configuration[OnAppService], out var isOn) && isOn)
            || (options.Value.ContainerAppsAuthentication && !string.IsNullOrEmpty(configuration[InContainerApp]))
        );

    /// <returns>Null if not signed in, or the platform is not to be trusted here.</returns>
    public async Task<Caller?> IdentifyAsync(HttpContext http, PlanId? plan, CancellationToken cancellationToken)
    {
        if (!isTrusted || PlatformPrincipal.Parse(http.Request.Headers[PlatformPrincipal.Header]) is not { } principal)
        {
            return null;
        }

        return plan is { } id ? MemberRules.InPlan(principal, await members.ListAsync(id, cancellationToken))
            : MemberRules.IsNational(principal) ? MemberRules.WithoutPlan(principal, [])
            : MemberRules.WithoutPlan(principal, await members.ListAllAsync(cancellationToken));
    }
}
