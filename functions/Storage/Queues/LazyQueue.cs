using System.Text.Json;
using Avance.Functions.Telemetry;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Avance.Functions.Storage.Queues;

/// <summary>A queue of JSON messages. <see cref="StorageInitializer"/> creates it at start; sending creates it if it is missing.</summary>
public sealed class LazyQueue<TMessage>(QueueServiceClient service, string name)
    where TMessage : QueuedMessage
{
    private readonly QueueClient queue = service.GetQueueClient(name);

    /// <param name="after">How long the message stays invisible; null for not at all.</param>
    public async Task SendAsync(TMessage message, CancellationToken cancellationToken, TimeSpan? after = null)
    {
        var text = JsonSerializer.Serialize(
            message with
            {
                TraceParent = message.TraceParent ?? Traces.Current,
            },
            StoredJson.Options
        );
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
