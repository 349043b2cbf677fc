using Azure.Storage.Queues;

namespace Avance.Functions.Storage.Queues;

/// <summary>Asks for claims to be examined: one message a claim. Evidence, Progress and Findings ask, Findings answers.</summary>
public sealed class ExaminationQueue(QueueServiceClient service)
{
    public const string Name = "claim-checks";

    /// <summary>What failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ClaimMessage> queue = new(service, Name);

    public Task AskAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        queue.SendAsync(ClaimMessage.Of(address), cancellationToken);
}
