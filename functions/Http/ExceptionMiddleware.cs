using Avance.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Http;

/// <summary>
/// Answers an HTTP request whose function threw with problem details: the host's own answer has no body. Exceptions of
/// other triggers reach the host, which retries.
/// </summary>
public sealed partial class ExceptionMiddleware(ILogger<ExceptionMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected: no answer is needed.
        }
        catch (BadHttpRequestException error)
        {
            Answer(context, new Error("bad-request", error.StatusCode));
        }
        catch (Exception error) when (StorageFailure.IsOutage(error))
        {
            Log.StorageUnavailable(logger, context.FunctionDefinition.Name, error.Message);
            http.Response.Headers.RetryAfter = "10";
            Answer(context, new Error("storage-unavailable", StatusCodes.Status503ServiceUnavailable));
        }
        catch (Exception error)
        {
            Log.Unexpected(logger, context.FunctionDefinition.Name, context.InvocationId, error);
            Answer(
                context,
                new Error("unexpected", StatusCodes.Status500InternalServerError, null, context.InvocationId)
            );
        }
    }

    private static void Answer(FunctionContext context, Error error) =>
        context.GetInvocationResult().Value = Problem.From(error);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed. Invocation {InvocationId}.")]
        public static partial void Unexpected(ILogger logger, string function, string invocationId, Exception error);

        [LoggerMessage(2, LogLevel.Error, "{Function} could not reach the storage: {Error}")]
        public static partial void StorageUnavailable(ILogger logger, string function, string error);
    }
}
