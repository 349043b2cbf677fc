using Azure.Storage.Queues;

namespace Avance.Functions.Storage.Queues;

/// <summary>Asks for the mails that say what arrived: one message a submission. Progress asks, Reminders answers.</summary>
public sealed class ReceiptQueue(QueueServiceClient service)
{
    public const string Name = "submission-receipts";

    /// <summary>What failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ClaimMessage> queue = new(service, Name);

    public Task AskAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        queue.SendAsync(ClaimMessage.Of(address), cancellationToken);
}
