using System.Text.Json;
using Avance.Functions.Progress;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Avance.Functions.Findings;

/// <summary>Asks for claims to be examined: one message a claim.</summary>
public sealed class CheckQueue(QueueServiceClient service)
{
    public const string Name = "claim-checks";

    private readonly QueueClient queue = service.GetQueueClient(Name);

    /// <param name="again">True examines it although nothing of its own has changed: what it shares with others has.</param>
    public async Task AskAsync(ProgressAddress address, CancellationToken cancellationToken, bool again = false)
    {
        var message = JsonSerializer.Serialize(CheckMessage.Of(address, again), Json.Options);
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
