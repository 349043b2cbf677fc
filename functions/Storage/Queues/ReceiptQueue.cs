using Azure.Storage.Queues;

namespace Avance.Functions.Storage.Queues;

/// <summary>The queue of receipts to be mailed, one message a submission. Progress sends, Reminders receives.</summary>
public sealed class ReceiptQueue(QueueServiceClient service)
{
    public const string Name = "submission-receipts";

    /// <summary>Messages that failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ClaimMessage> queue = new(service, Name);

    public Task EnqueueAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        queue.SendAsync(ClaimMessage.Of(address), cancellationToken);
}
