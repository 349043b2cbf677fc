using System.Text.Json;
using Avance.Functions.Progress;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Avance.Functions.Evidence;

/// <summary>Asks for a file to be read that no event announces: the next pages of a long scan, a file to be read again, a lost one.</summary>
public sealed class EvidenceQueue(QueueServiceClient service)
{
    public const string Name = "evidence-readings";

    private readonly QueueClient queue = service.GetQueueClient(Name);

    /// <param name="again">True reads also what has been read, if by other versions of the readers.</param>
    public async Task AskAsync(ProgressAddress address, EvidenceId id, bool again, CancellationToken cancellationToken)
    {
        var message = JsonSerializer.Serialize(ReadingMessage.Of(address, id, again), Json.Options);
        try
        {
            await queue.SendMessageAsync(message, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(message, cancellationToken);
        }
    }
}
