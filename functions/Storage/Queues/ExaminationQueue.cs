using Azure.Storage.Queues;

namespace Avance.Functions.Storage.Queues;

/// <summary>The queue of claims to be examined, one message a claim. Evidence, Progress and Findings send, Findings receives.</summary>
public sealed class ExaminationQueue(QueueServiceClient service)
{
    // Its first name: messages that earlier code sent are still on it.
    public const string Name = "claim-checks";

    /// <summary>Messages that failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ClaimMessage> queue = new(service, Name);

    public Task EnqueueAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        queue.SendAsync(ClaimMessage.Of(address), cancellationToken);
}
