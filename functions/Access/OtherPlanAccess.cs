using Avance.Functions.Http;

namespace Avance.Functions.Access;

/// <summary>
/// Lets a request read a second plan, which its query names. The middleware has decided on the plan of the address only,
/// and an account may have another role in each.
/// </summary>
public sealed class OtherPlanAccess(Identities identities)
{
    /// <param name="name">The parameter of the query that names the plan.</param>
    /// <param name="permission">What the caller must be allowed there.</param>
    /// <returns>422 if no other plan is named, 403 if the caller may not.</returns>
    public async Task<Result<PlanId>> FindAsync(HttpRequest request, string name, Permission permission)
    {
        var text = request.Query[name].ToString();
        if (!PlanId.TryParse(text, null, out var plan) || plan == request.GetPlanId())
        {
            return Error.Invalid("other-plan", name, text);
        }

        var identity = await identities.IdentifyAsync(request.HttpContext, plan);
        return AccessRules.Decide(permission, identity?.Caller, plan, null) == AccessDecision.Allowed
            ? plan
            : new Error("other-plan-not-allowed", StatusCodes.Status403Forbidden, name, plan);
    }
}
