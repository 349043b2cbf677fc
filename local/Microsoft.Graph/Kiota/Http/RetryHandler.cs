using System.Globalization;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

/// <summary>
/// Tries a request again as <see cref="RetryHandlerOption"/> says, after the time that <c>Retry-After</c> names (at
/// most 180 s). When the last retry fails as well it throws an <see cref="AggregateException"/> of one
/// <see cref="ApiException"/> a try, not the error of the service.
/// </summary>
public class RetryHandler(RetryHandlerOption? retryOption = null) : DelegatingHandler
{
    internal static readonly HttpRequestOptionsKey<RetryHandlerOption> Key = new(typeof(RetryHandlerOption).FullName!);

    private readonly RetryHandlerOption ownOption = retryOption ?? new RetryHandlerOption();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var option = request.Options.TryGetValue(Key, out var asked) ? asked : ownOption;
        var failures = new List<Exception>();
        var waited = TimeSpan.Zero;
        while (true)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (option.MaxRetry <= 0 || !option.ShouldRetry(option.Delay, failures.Count, response))
            {
                return response;
            }

            var delay = DelayOf(response, failures.Count, option);
            waited += delay;
            if (option.RetriesTimeLimit > TimeSpan.Zero && waited > option.RetriesTimeLimit)
            {
                return response;
            }

            failures.Add(await FailureAsync(response, cancellationToken));
            response.Dispose();
            if (failures.Count > option.MaxRetry)
            {
                throw new AggregateException(
                    $"Too many retries performed. More than {option.MaxRetry} retries encountered while sending the request.",
                    failures
                );
            }

            await Task.Delay(delay, cancellationToken);
            request.Headers.Remove("Retry-Attempt");
            request.Headers.Add("Retry-Attempt", failures.Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static TimeSpan DelayOf(HttpResponseMessage response, int retries, RetryHandlerOption option)
    {
        var named = response.Headers.RetryAfter;
        var wait = named?.Delta ?? named?.Date - TimeProvider.System.GetUtcNow();
        // A date that has passed, by the clock of this machine, says nothing about how long to wait.
        var delay =
            wait is null || (wait <= TimeSpan.Zero && named?.Delta is null)
                ? TimeSpan.FromSeconds(Math.Pow(2, retries) * option.Delay)
                : wait.Value;
        var limit = TimeSpan.FromSeconds(RetryHandlerOption.MaxDelay);
        return delay < limit ? delay : limit;
    }

    private static async Task<ApiException> FailureAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ApiException($"HTTP request failed with status code: {response.StatusCode}.{body}")
        {
            ResponseStatusCode = (int)response.StatusCode,
            ResponseHeaders = response.Headers.ToDictionary(
                header => header.Key,
                header => header.Value,
                StringComparer.OrdinalIgnoreCase
            ),
        };
    }
}
