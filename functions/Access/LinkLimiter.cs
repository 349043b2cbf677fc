using System.Globalization;
using System.Threading.RateLimiting;
using Avance.Functions.Http;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>Limits the requests of each link on this instance, so that one link cannot use up the app.</summary>
public sealed class LinkLimiter(IOptions<AccessOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<FormLink> limiter = PartitionedRateLimiter.Create<FormLink, string>(link =>
        RateLimitPartition.GetFixedWindowLimiter(
            $"{link.Plan}|{link.Id}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.RequestsPerMinute, Window = Window }
        )
    );

    /// <returns>Null if the request may go on; else the error, with the header Retry-After set.</returns>
    public Error? Take(FormLink link, HttpResponse response)
    {
        using var lease = limiter.AttemptAcquire(link);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new Error("too-many-requests", StatusCodes.Status429TooManyRequests, null, seconds);
    }

    public void Dispose() => limiter.Dispose();
}
