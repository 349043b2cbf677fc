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

    public async Task AskAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        var message = JsonSerializer.Serialize(CheckMessage.Of(address), Json.Options);
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
