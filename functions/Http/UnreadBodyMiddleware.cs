using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Avance.Functions.Http;

/// <summary>
/// Reads the rest of a request body that a function left unread, before the answer is written. An answer while the host
/// still forwards the body breaks the connection, and the caller gets a 502 in place of the answer. The caller also gets
/// the 502 if the rest takes longer than <see cref="MaxReadTime"/>.
/// </summary>
public sealed class UnreadBodyMiddleware(TimeProvider clock) : IFunctionsWorkerMiddleware
{
    /// <summary>
    /// How long the rest of a body is read. The host buffers most bodies before it forwards them, and then 100 MB take a
    /// second; a chunked body is forwarded as it comes, may be slow on purpose, and keeps an instance running.
    /// </summary>
    public static readonly TimeSpan MaxReadTime = TimeSpan.FromSeconds(30);

    // Read of a chunked body from a caller that was refused (401, 403, 429): twice what a page sends in one request.
    private const long MaxBytesOfRejected = 8 * 1_048_576;

    private const int BufferBytes = 64 * 1024;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        if (context.GetHttpContext() is { Request: { ContentLength: not 0 } request, RequestAborted: var aborted })
        {
            var isRejected =
                request.ContentLength is null
                && context.GetInvocationResult().Value
                    is IStatusCodeHttpResult
                    {
                        StatusCode: StatusCodes.Status401Unauthorized
                            or StatusCodes.Status403Forbidden
                            or StatusCodes.Status429TooManyRequests
                    };
            await ReadAsync(request.Body, isRejected ? MaxBytesOfRejected : long.MaxValue, aborted);
        }
    }

    private async Task ReadAsync(Stream body, long maxBytes, CancellationToken aborted)
    {
        using var late = new CancellationTokenSource(MaxReadTime, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        var buffer = new byte[BufferBytes];
        try
        {
            int read;
            for (var left = maxBytes; left > 0 && (read = await body.ReadAsync(buffer, stop.Token)) > 0; )
            {
                left -= read;
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The caller disconnected, or the body was cut off or too slow: the answer is written all the same.
        }
    }
}
