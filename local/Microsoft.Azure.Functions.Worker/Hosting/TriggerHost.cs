using Microsoft.Azure.Functions.Worker.Blobs;
using Microsoft.Azure.Functions.Worker.Queues;
using Microsoft.Azure.Functions.Worker.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Makes the listeners of an app's timers, queues and blobs. Mistakes in their attributes stop the start.</summary>
internal sealed class TriggerHost
{
    private readonly List<IListener> listeners = [];
    private readonly Dictionary<string, TimerListener> timers = new(StringComparer.OrdinalIgnoreCase);

    public TriggerHost(
        IReadOnlyList<DiscoveredFunction> functions,
        FunctionInvoker invoker,
        StorageConnections connections,
        HostSettings host,
        IConfiguration configuration,
        TimeProvider clock,
        ILoggerFactory loggers
    )
    {
        var queues = QueueSettings.From(host);
        var zone = configuration["WEBSITE_TIME_ZONE"] is { Length: > 0 } id
            ? TimeZoneInfo.FindSystemTimeZoneById(id)
            : TimeZoneInfo.Utc;
        var blobs = new List<BlobFunction>();
        foreach (var function in functions)
        {
            switch (function.Trigger)
            {
                case TimerTriggerAttribute trigger:
                    var schedule = TimerSchedule.Parse(host.Resolve(trigger.Schedule), zone);
                    var timer = new TimerListener(function, trigger, schedule, Open, invoker, clock);
                    timers.Add(function.Name, timer);
                    if (!function.IsDisabled)
                    {
                        listeners.Add(timer);
                    }

                    break;
                    TimerStatusStore Open() => new(connections, host.HostId, function.Name);
                case QueueTriggerAttribute trigger when !function.IsDisabled:
                    var name = host.Resolve(trigger.QueueName);
                    listeners.Add(
                        new QueueListener(
                            function,
                            () => connections.Queues(trigger.Connection).GetQueueClient(name),
                            () => connections.Queues(trigger.Connection).GetQueueClient($"{name}-poison"),
                            queues,
                            invoker,
                            loggers.CreateLogger<QueueListener>()
                        )
                    );
                    break;
                case BlobTriggerAttribute trigger when !function.IsDisabled:
                    blobs.Add(new BlobFunction(function, trigger, BlobPath.Parse(host.Resolve(trigger.BlobPath))));
                    break;
            }
        }

        ListenToBlobs(blobs, invoker, connections, host, loggers);
    }

    public IEnumerable<IListener> Listeners => listeners;

    public TimerListener? FindTimer(string name) => timers.GetValueOrDefault(name);

    private void ListenToBlobs(
        List<BlobFunction> blobs,
        FunctionInvoker invoker,
        StorageConnections connections,
        HostSettings host,
        ILoggerFactory loggers
    )
    {
        if (blobs.Count == 0)
        {
            return;
        }

        var queue = new BlobQueue(blobs, connections, host, invoker, loggers.CreateLogger<BlobQueue>());
        var interval = host.Value("extensions:blobs:pollingInterval", TimeSpan.FromSeconds(1));
        listeners.Add(queue);
        listeners.AddRange(blobs.Select(blob => new BlobScanner(blob, connections, host.HostId, queue, interval)));
    }
}
