namespace Avance.Functions.Http;

/// <summary>Carries the caller from the access middleware to the function.</summary>
public static class CallerFeature
{
    public static void SetCaller(this HttpContext context, Caller caller) => context.Features.Set(caller);

    /// <exception cref="InvalidOperationException">The function allows anonymous callers, and this one is.</exception>
    public static Caller GetCaller(this HttpRequest request) =>
        request.HttpContext.Features.Get<Caller>()
        ?? throw new InvalidOperationException("The request has no signed-in caller.");
}
