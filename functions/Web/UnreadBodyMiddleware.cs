using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Avance.Functions.Web;

/// <summary>
/// Reads what a function left unread of a request, before the answer is written. The host forwards the body meanwhile, and an
/// answer that comes earlier breaks its connection off: the caller would get a 502 in place of the reason.
/// </summary>
public sealed class UnreadBodyMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        // The host has a limit for bodies, so that this ends.
        if (context.GetHttpContext() is { Request: { ContentLength: not 0 } request, RequestAborted: var aborted })
        {
            try
            {
                await request.Body.CopyToAsync(Stream.Null, aborted);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The caller has gone, or its body is cut off: what there was of it has been answered.
            }
        }
    }
}
