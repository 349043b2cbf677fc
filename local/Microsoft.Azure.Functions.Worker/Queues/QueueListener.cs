using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Queues;

/// <summary>Hands the messages of a queue to a function. After too many tries they go to <c>{queue}-poison</c>.</summary>
internal sealed class QueueListener(
    DiscoveredFunction function,
    Func<QueueClient> open,
    Func<QueueClient> openPoison,
    QueueSettings settings,
    FunctionInvoker invoker,
    ILogger logger
) : IListener
{
    public string Name => function.Name;

    public Task RunAsync(CancellationToken stopping) =>
        new QueuePump(open(), settings, HandleAsync, PoisonAsync, logger).RunAsync(stopping);

    private Task<InvocationOutcome> HandleAsync(QueueMessage message, CancellationToken lost)
    {
        var body = MessageText.Decode(message.MessageText, settings.Base64);
        return invoker.InvokeAsync(function, new QueueInput(message, body), lost);
    }

    private async Task PoisonAsync(QueueMessage message)
    {
        var queue = openPoison();
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(message.MessageText);
    }
}
