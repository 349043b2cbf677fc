using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Queues;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Blobs;

/// <summary>
/// The queue between the scanners and the functions: it is what survives a restart, spreads work over the instances,
/// counts the tries and, after five, sets a blob aside in <c>webjobs-blobtrigger-poison</c>.
/// </summary>
internal sealed partial class BlobQueue : IListener
{
    private const string PoisonQueue = "webjobs-blobtrigger-poison";

    private readonly Dictionary<string, BlobFunction> functions;
    private readonly StorageConnections connections;
    private readonly QueueSettings settings;
    private readonly FunctionInvoker invoker;
    private readonly ILogger logger;
    private readonly Lazy<(QueueClient Queue, QueuePump Pump)> opened;

    public BlobQueue(
        IEnumerable<BlobFunction> functions,
        StorageConnections connections,
        HostSettings host,
        FunctionInvoker invoker,
        ILogger logger
    )
    {
        this.functions = functions.ToDictionary(function => function.Id, StringComparer.Ordinal);
        this.connections = connections;
        this.invoker = invoker;
        this.logger = logger;
        settings = QueueSettings.From(host) with
        {
            MaxDequeueCount = host.Value("extensions:blobs:poisonBlobThreshold", 5),
            VisibilityTimeout = TimeSpan.Zero,
        };
        opened = new(() =>
        {
            var queue = connections.Queues(null).GetQueueClient($"azure-webjobs-blobtrigger-{host.HostId}");
            return (queue, new QueuePump(queue, settings, HandleAsync, PoisonAsync, logger));
        });
    }

    public string Name => "blobs";

    public Task RunAsync(CancellationToken stopping) => opened.Value.Pump.RunAsync(stopping);

    public async Task SendAsync(BlobTriggerMessage message)
    {
        var (queue, pump) = opened.Value;
        await SendAsync(queue, message);
        pump.Wake();
    }

    private static BlobTriggerMessage? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, BlobJson.Default.BlobTriggerMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<InvocationOutcome> HandleAsync(QueueMessage queued, CancellationToken lost)
    {
        var message = Parse(MessageText.Decode(queued.MessageText, settings.Base64));
        if (message is null || !functions.TryGetValue(message.FunctionId, out var function))
        {
            // As in Azure: of a function that was removed or disabled since.
            Log.Dropped(logger, queued.MessageId);
            return InvocationOutcome.Succeeded;
        }

        var container = function.Container(connections);
        var blob = container.GetBlobClient(message.BlobName);
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: lost);
            if (properties.ETag != new ETag(message.ETag))
            {
                // The scanner passes the newer version on, with a message of its own.
                return InvocationOutcome.Succeeded;
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return InvocationOutcome.Succeeded;
        }

        await using var input = new BlobInput(container, blob, function.Path.Match(message.BlobName) ?? []);
        return await invoker.InvokeAsync(function.Function, input, lost);
    }

    private async Task PoisonAsync(QueueMessage queued)
    {
        var message = Parse(MessageText.Decode(queued.MessageText, settings.Base64));
        if (message is not null && functions.TryGetValue(message.FunctionId, out var function))
        {
            await SendAsync(connections.Queues(function.Trigger.Connection).GetQueueClient(PoisonQueue), message);
        }
    }

    private async Task SendAsync(QueueClient queue, BlobTriggerMessage message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, BlobJson.Default.BlobTriggerMessage);
        var text = MessageText.Encode(body, settings.Base64);
        try
        {
            await queue.SendMessageAsync(text);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await queue.CreateIfNotExistsAsync();
            await queue.SendMessageAsync(text);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The blob message {MessageId} names no function and is dropped")]
        public static partial void Dropped(ILogger logger, string messageId);
    }
}
