using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Shows the request to the middleware further in, and writes the result that comes out of it.</summary>
internal static class HttpResponses
{
    public static FunctionExecutionDelegate Middleware(FunctionExecutionDelegate next) =>
        context =>
            ((InvocationContext)context).Input.Http is { } http ? InvokeAsync(context, http, next) : next(context);

    private static async Task InvokeAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        http.RequestServices = context.InstanceServices;
        await next(context);
        switch (context.GetInvocationResult().Value)
        {
            case IActionResult result:
                await result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult result:
                await result.ExecuteAsync(http);
                break;
            case null:
                break;
            case { } other:
                throw new InvalidOperationException(
                    $"An HTTP function returns IActionResult or IResult, not {other.GetType()}."
                );
        }
    }
}
