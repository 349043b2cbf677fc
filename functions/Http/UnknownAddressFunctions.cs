using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Http;

/// <summary>
/// Answers what no other function is there for: the host would answer with nothing. The bare address leads to where
/// sessions begin.
/// </summary>
public sealed class UnknownAddressFunctions(KnownRoutes routes)
{
    [Function("UnknownAddress"), Requires(Permission.Nothing)]
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
