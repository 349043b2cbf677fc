using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Http;

/// <summary>
/// Answers addresses and methods that no other function serves: the host's own answer has no body. The root redirects to
/// the page where a session begins.
/// </summary>
public sealed class UnknownAddressFunctions(KnownRoutes routes)
{
    [Function("UnknownAddress"), Requires(Permission.Anonymous)]
    public IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request)
    {
        var path = request.GetRouteText("path");
        // No route of a function can be empty: the host would name it after the function.
        if (path.Length == 0 && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return Results.Redirect($"/{Routes.Start}");
        }

        var methods = routes.MethodsOf(path);
        if (methods.Count == 0)
        {
            return Problem.From(Error.NotFound("address-unknown"));
        }

        var allowed = string.Join(", ", methods);
        request.HttpContext.Response.Headers.Allow = allowed;
        return Problem.From(
            new Error("method-not-allowed", StatusCodes.Status405MethodNotAllowed, null, request.Method, allowed)
        );
    }
}
