using Avance.Functions.Storage.Queues;
using Azure.Storage.Queues;

namespace Avance.Functions.Evidence;

/// <summary>Asks for a file to be read that no event announces: the next pages of a long scan, a file to be read again, a lost one.</summary>
public sealed class EvidenceQueue(QueueServiceClient service)
{
    public const string Name = "evidence-readings";

    /// <summary>What failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ReadingMessage> queue = new(service, Name);

    /// <param name="again">True reads also what has been read, if by other versions of the readers.</param>
    /// <param name="after">How long the message stays unseen; null for not at all.</param>
    public Task AskAsync(
        ProgressAddress address,
        EvidenceId id,
        bool again,
        CancellationToken cancellationToken,
        TimeSpan? after = null
    ) => queue.SendAsync(ReadingMessage.Of(address, id, again), cancellationToken, after);
}
