using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries a timer's function that failed. Other triggers have retries of their own.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <summary>Retries after the first try, each after a delay of <c>hh:mm:ss</c>.</summary>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        if (!TimeSpan.TryParse(delayInterval, CultureInfo.InvariantCulture, out var delay) || delay < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(delayInterval));
        }

        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    public string DelayInterval { get; }
}
