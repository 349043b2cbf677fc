using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Access;

/// <summary>Tells a page who is signed in, with the anti-forgery token for changes.</summary>
public sealed class SessionFunctions(AntiForgery antiForgery)
{
    [Function("GetSession"), Requires(Permission.SignIn)]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "session")] HttpRequest request
    )
    {
        var (caller, browser, session) = request.GetIdentity();
        var view = new SessionView(
            caller.Role,
            caller.Plan,
            caller.Unit,
            caller.Period,
            session?.Expires,
            browser is null ? null : antiForgery.TokenFor(browser)
        );
        return Results.Json(view, Json.Options);
    }
}
