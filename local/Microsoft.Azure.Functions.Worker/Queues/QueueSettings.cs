using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Queues;

/// <summary><c>extensions.queues</c> of host.json, with the defaults of the host in Azure but for two.</summary>
/// <param name="BatchSize">Messages that are fetched at once, 1 to 32.</param>
/// <param name="NewBatchThreshold">Fetch again when no more than this many are still being handled.</param>
/// <param name="MaxDequeueCount">Tries before a message goes to the poison queue.</param>
/// <param name="VisibilityTimeout">The pause before a failed message is tried again.</param>
/// <param name="MaxPollingInterval">The longest pause after finding a queue empty. In Azure: 1 minute.</param>
/// <param name="MessageLock">How long a message stays hidden unless that is renewed. In Azure: 10 minutes.</param>
/// <param name="Base64">Whether messages are written in base64. Both kinds are read.</param>
internal sealed record QueueSettings(
    int BatchSize,
    int NewBatchThreshold,
    int MaxDequeueCount,
    TimeSpan VisibilityTimeout,
    TimeSpan MaxPollingInterval,
    TimeSpan MessageLock,
    bool Base64
)
{
    public static QueueSettings From(HostSettings host)
    {
        const string Section = "extensions:queues:";
        var batchSize = Math.Clamp(host.Value($"{Section}batchSize", 16), 1, 32);
        return new QueueSettings(
            batchSize,
            host.Value($"{Section}newBatchThreshold", batchSize / 2),
            host.Value($"{Section}maxDequeueCount", 5),
            host.Value($"{Section}visibilityTimeout", TimeSpan.Zero),
            host.Value($"{Section}maxPollingInterval", TimeSpan.FromSeconds(2)),
            host.Value($"{Section}messageLock", TimeSpan.FromSeconds(60)),
            !string.Equals(
                host.Value($"{Section}messageEncoding", "base64"),
                "none",
                StringComparison.OrdinalIgnoreCase
            )
        );
    }
}
