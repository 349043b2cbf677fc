using Avance.FunctionsHost.Worker;
using Azure.Storage.Blobs;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Who is told of new blobs, as Event Grid would: the functions with a blob trigger that it feeds, and the queues that the
/// setting <c>EventGrid__CONTAINER</c> names. The infrastructure of an app says the latter in Azure.
/// </summary>
internal sealed class EventSubscriptions(
    IEnumerable<Function> functions,
    BlobServiceClient blobs,
    WebhookProvider webhooks,
    HostConfiguration configuration,
    ILoggerFactory loggers
)
{
    private const string Setting = "EventGrid";

    public static bool IsFed(Function function) =>
        function.TriggerType == "blobTrigger"
        && string.Equals(function.Text("source"), Setting, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<BlobWatch> Watches() =>
        functions
            .Where(IsFed)
            .Select(function =>
                Watch(
                    configuration.Resolve(function.Text("path")!).Split('/')[0],
                    function.Name,
                    (created, cancellationToken) =>
                        webhooks.SendAsync(function.Name, new[] { created }, cancellationToken)
                )
            )
            .Concat(
                configuration
                    .Values.GetSection(Setting)
                    .GetChildren()
                    .Where(setting => setting.Value is { Length: > 0 })
                    .Select(setting => Watch(setting.Key, setting.Value!, SendTo(setting.Value!)))
            );

    private BlobWatch Watch(string container, string subscriber, Func<object, CancellationToken, Task> sendAsync) =>
        new(container, subscriber, sendAsync, blobs, configuration, loggers);

    private Func<object, CancellationToken, Task> SendTo(string queueName)
    {
        var queue = JobHosts.Queues(configuration).GetQueueClient(queueName);
        return async (created, cancellationToken) =>
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(BinaryData.FromObjectAsJson(created), cancellationToken: cancellationToken);
        };
    }
}
