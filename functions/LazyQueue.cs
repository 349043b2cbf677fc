using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Avance.Functions;

/// <summary>A queue of messages in JSON that is created when the first one is sent: a new storage account needs no preparation.</summary>
public sealed class LazyQueue<TMessage>(QueueServiceClient service, string name)
{
    private readonly QueueClient queue = service.GetQueueClient(name);

    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="after">How long it stays unseen; null for not at all.</param>
    public async Task SendAsync(TMessage message, CancellationToken cancellationToken, TimeSpan? after = null)
    {
        var text = JsonSerializer.Serialize(message, Json.Options);
        try
        {
            await queue.SendMessageAsync(text, after, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(text, after, cancellationToken: cancellationToken);
        }
    }
}
