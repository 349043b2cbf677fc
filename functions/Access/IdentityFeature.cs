using Avance.Functions.Http;

namespace Avance.Functions.Access;

/// <summary>Carries the caller's identity from the access middleware to the function.</summary>
public static class IdentityFeature
{
    public static void SetIdentity(this HttpContext context, Identity identity)
    {
        context.Features.Set(identity);
        context.SetCaller(identity.Caller);
    }

    /// <exception cref="InvalidOperationException">The function requires no sign-in.</exception>
    public static Identity GetIdentity(this HttpRequest request) =>
        request.HttpContext.Features.Get<Identity>()
        ?? throw new InvalidOperationException("The request has no signed-in caller.");
}
