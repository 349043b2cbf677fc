using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Queues;

/// <summary>Sends what functions return to the queues that they name, which are made if they are missing.</summary>
internal sealed class QueueOutput(StorageConnections connections, HostSettings host)
{
    private readonly bool base64 = QueueSettings.From(host).Base64;
    private readonly ConcurrentDictionary<(string? Connection, string Queue), QueueClient> queues = new();

    /// <summary>One message for a string, bytes or an object, one for each element of anything else that has some.</summary>
    public async Task SendAsync(QueueOutputAttribute output, object? value, CancellationToken cancellationToken)
    {
        switch (value)
        {
            case null:
                break;
            case string or byte[] or BinaryData:
                await SendOneAsync(output, value, cancellationToken);
                break;
            case IEnumerable many and not IDictionary:
                foreach (var one in many)
                {
                    await SendOneAsync(output, one, cancellationToken);
                }

                break;
            default:
                await SendOneAsync(output, value, cancellationToken);
                break;
        }
    }

    private async Task SendOneAsync(QueueOutputAttribute output, object value, CancellationToken cancellationToken)
    {
        var body = value switch
        {
            string text => Encoding.UTF8.GetBytes(text),
            byte[] bytes => bytes,
            BinaryData data => data.ToArray(),
            _ => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType()),
        };
        var queue = await OpenAsync(output, cancellationToken);
        await queue.SendMessageAsync(MessageText.Encode(body, base64), cancellationToken);
    }

    private async ValueTask<QueueClient> OpenAsync(QueueOutputAttribute output, CancellationToken cancellationToken)
    {
        var key = (output.Connection, output.QueueName);
        if (queues.TryGetValue(key, out var known))
        {
            return known;
        }

        var queue = connections.Queues(output.Connection).GetQueueClient(host.Resolve(output.QueueName));
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        return queues.GetOrAdd(key, queue);
    }
}
