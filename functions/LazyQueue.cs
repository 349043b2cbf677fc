using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Avance.Functions;

/// <summary>A queue of messages in JSON that is created when the first one is sent: a new storage account needs no preparation.</summary>
public sealed class LazyQueue<TMessage>(QueueServiceClient service, string name)
{
    private readonly QueueClient queue = service.GetQueueClient(name);

    public async Task SendAsync(TMessage message, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(message, Json.Options);
        try
        {
            await queue.SendMessageAsync(text, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(text, cancellationToken);
        }
    }
}
