using Azure.Storage.Queues;

namespace Avance.Functions.Storage;

/// <summary>Asks for claims to be examined: one message a claim.</summary>
public sealed class ExaminationQueue(QueueServiceClient service)
{
    public const string Name = "claim-checks";

    /// <summary>What failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ExaminationMessage> queue = new(service, Name);

    public Task AskAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        queue.SendAsync(ExaminationMessage.Of(address), cancellationToken);
}
