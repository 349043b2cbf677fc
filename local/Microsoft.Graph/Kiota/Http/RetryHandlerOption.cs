using System.Net;
using Microsoft.Kiota.Abstractions;

namespace Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

/// <summary>How requests are tried again; on a request, it replaces that of the handler.</summary>
public class RetryHandlerOption : IRequestOption
{
    internal const int MaxDelay = 180;
    private const int MaxMaxRetry = 10;

    /// <summary>
    /// Seconds before the first retry when the service names none, doubled for each further one. At most 180; default
    /// 3.
    /// </summary>
    public int Delay
    {
        get;
        set => field = AtMost(MaxDelay, value);
    } = 3;

    /// <summary>At most 10; default 3; 0 never tries again.</summary>
    public int MaxRetry
    {
        get;
        set => field = AtMost(MaxMaxRetry, value);
    } = 3;

    /// <summary>Give up when the waits together would exceed this. Zero, the default, is no limit.</summary>
    public TimeSpan RetriesTimeLimit { get; set; } = TimeSpan.Zero;

    /// <summary>Takes the delay in seconds, the retries so far and the answer. Default: on 429, 503 and 504.</summary>
    public Func<int, int, HttpResponseMessage, bool> ShouldRetry { get; set; } =
        (_, _, response) =>
            response.StatusCode
                is HttpStatusCode.TooManyRequests
                    or HttpStatusCode.ServiceUnavailable
                    or HttpStatusCode.GatewayTimeout;

    private static int AtMost(int limit, int value) =>
        value <= limit ? value : throw new InvalidOperationException($"{value} is more than {limit}.");
}
