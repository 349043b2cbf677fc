using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Avance.Functions.Http;

/// <summary>
/// Reads what a function left unread of a request, before the answer is written. The host forwards the body meanwhile, and an
/// answer that comes earlier breaks its connection off: the caller would get a 502 in place of the reason. A body that takes
/// too long is not read to its end: that caller gets the 502.
/// </summary>
public sealed class UnreadBodyMiddleware(TimeProvider clock) : IFunctionsWorkerMiddleware
{
    /// <summary>
    /// How long a body is read for the sake of its answer. The host has most bodies whole before it forwards them, and then
    /// 100 MB take a second; a body that it passes on as it comes may be slow on purpose, and each holds an instance.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Of a caller who may not call, where the host does not know how much there is: it passes that on as it comes. Twice what
    // a page sends in one request.
    private const long MostOfStrangers = 8 * 1_048_576;

    private const int BufferBytes = 64 * 1024;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        if (context.GetHttpContext() is { Request: { ContentLength: not 0 } request, RequestAborted: var aborted })
        {
            var isStranger =
                request.ContentLength is null
                && context.GetInvocationResult().Value
                    is IStatusCodeHttpResult
                    {
                        StatusCode: StatusCodes.Status401Unauthorized
                            or StatusCodes.Status403Forbidden
                            or StatusCodes.Status429TooManyRequests
                    };
            await ReadAsync(request.Body, isStranger ? MostOfStrangers : long.MaxValue, aborted);
        }
    }

    private async Task ReadAsync(Stream body, long most, CancellationToken aborted)
    {
        using var late = new CancellationTokenSource(Longest, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        var buffer = new byte[BufferBytes];
        try
        {
            int read;
            for (var left = most; left > 0 && (read = await body.ReadAsync(buffer, stop.Token)) > 0; )
            {
                left -= read;
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The caller has gone, its body is cut off, or it takes too long: what there was of it has been answered.
        }
    }
}
