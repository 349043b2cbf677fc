using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Avance.Functions.Web;

/// <summary>
/// Puts on every answer that it is not to be kept, since it depends on who asks, and that its type is not to be guessed.
/// </summary>
public sealed class AnswerHeadersMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.XContentTypeOptions = "nosniff";
        }

        return next(context);
    }
}
