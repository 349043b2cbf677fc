using Avance.Functions.Storage.Queues;
using Azure.Storage.Queues;

namespace Avance.Functions.Evidence;

/// <summary>The queue of files to be read without a blob event: the next pages of a long scan, a file to be reread, a file whose event was lost.</summary>
public sealed class EvidenceQueue(QueueServiceClient service)
{
    public const string Name = "evidence-readings";

    /// <summary>Messages that failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<ReadingMessage> queue = new(service, Name);

    /// <param name="again">True also rereads a file that other versions of the readers have read.</param>
    /// <param name="after">How long the message stays invisible; null for not at all.</param>
    public Task EnqueueAsync(
        ProgressAddress address,
        EvidenceId id,
        bool again,
        CancellationToken cancellationToken,
        TimeSpan? after = null
    ) => queue.SendAsync(ReadingMessage.Of(address, id, again), cancellationToken, after);
}
