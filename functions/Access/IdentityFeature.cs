using Avance.Functions.Http;

namespace Avance.Functions.Access;

/// <summary>Carries who is asking, and how that is known, from the access middleware to the function.</summary>
public static class IdentityFeature
{
    public static void SetIdentity(this HttpContext context, Identity identity)
    {
        context.Features.Set(identity);
        context.SetCaller(identity.Caller);
    }

    /// <exception cref="InvalidOperationException">The function is open to anybody, so nobody need have signed in.</exception>
    public static Identity GetIdentity(this HttpRequest request) =>
        request.HttpContext.Features.Get<Identity>() ?? throw new InvalidOperationException("Nobody signed in.");
}
