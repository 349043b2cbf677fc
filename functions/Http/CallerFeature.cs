using Avance.Functions.Access;

namespace Avance.Functions.Http;

/// <summary>Carries who is asking from the access middleware to the function.</summary>
public static class CallerFeature
{
    public static void SetIdentity(this HttpContext context, Identity identity) => context.Features.Set(identity);

    /// <exception cref="InvalidOperationException">The function is open to anybody, so nobody need have signed in.</exception>
    public static Identity GetIdentity(this HttpRequest request) =>
        request.HttpContext.Features.Get<Identity>() ?? throw new InvalidOperationException("Nobody signed in.");

    /// <inheritdoc cref="GetIdentity"/>
    public static Caller GetCaller(this HttpRequest request) => request.GetIdentity().Caller;
}
