using System.Collections.Immutable;
using System.Net;
using Avance.FunctionsHost.Protocol;
using Avance.FunctionsHost.Worker;
using Azure.Storage.Blobs;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Whatever starts functions other than HTTP. Queues and blobs are listened to by the WebJobs SDK, which Azure itself runs;
/// timers and the watching of containers run on one instance at a time.
/// </summary>
internal sealed partial class HostedTriggers(
    IReadOnlyList<Function> functions,
    WorkerSupervisor workers,
    HostConfiguration configuration,
    ILoggerFactory loggers
) : IAsyncDisposable
{
    private readonly Dictionary<string, Function> byName = functions.ToDictionary(
        function => function.Name,
        StringComparer.OrdinalIgnoreCase
    );
    private readonly CancellationTokenSource cancel = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly WebhookProvider webhooks = new();
    private IHost? jobs;
    private IReadOnlyDictionary<string, TimerRuns> timers = ImmutableDictionary<string, TimerRuns>.Empty;
    private Task leading = Task.CompletedTask;
    private int running;

    private IEnumerable<Function> Enabled => functions.Where(function => !configuration.IsDisabled(function.Name));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Function[] listened = [.. Enabled.Where(function => function.TriggerType is "queueTrigger" or "blobTrigger")];
        Function[] timed = [.. functions.Where(function => function.TriggerType is "timerTrigger")];
        if (listened.Length == 0 && timed.Length == 0)
        {
            return;
        }

        jobs = JobHosts.Build(listened, this, webhooks, configuration, loggers);
        await jobs.StartAsync(cancellationToken);
        var blobs = jobs.Services.GetRequiredService<BlobServiceClient>();
        timers = timed.ToDictionary(
            function => function.Name,
            function => new TimerRuns(function, this, configuration, blobs, loggers),
            StringComparer.OrdinalIgnoreCase
        );
        IEnumerable<Func<CancellationToken, Task>> led =
        [
            .. timers.Values.Where(timer => !configuration.IsDisabled(timer.Name)).Select(Run),
            .. listened.Where(BlobWatch.IsFor).Select(Watch),
        ];
        if (led.Any())
        {
            leading = new Leadership(blobs, configuration.HostId, loggers).RunAsync([.. led], stopping.Token);
        }

        Func<CancellationToken, Task> Run(TimerRuns timer) => timer.RunAsync;

        Func<CancellationToken, Task> Watch(Function function) =>
            new BlobWatch(function, blobs, webhooks, configuration, loggers).RunAsync;
    }

    /// <summary>Runs a timer out of turn, in the background.</summary>
    /// <returns>False if there is no timer of that name.</returns>
    public bool TryRun(string name)
    {
        if (!timers.TryGetValue(name, out var timer))
        {
            return false;
        }

        _ = Task.Run(() => timer.RunNowAsync(cancel.Token), CancellationToken.None);
        return true;
    }

    /// <summary>Takes an event of Event Grid that tells of a blob.</summary>
    public async Task<HttpResponseMessage> ReceiveBlobEventAsync(HttpRequest request)
    {
        if (webhooks.Blobs is not { } receiver)
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        }

        using var message = new HttpRequestMessage(
            HttpMethod.Post,
            $"http://localhost{request.Path}{request.QueryString}"
        );
        message.Content = new StreamContent(request.Body);
        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return await receiver.ConvertAsync(message, request.HttpContext.RequestAborted);
    }

    /// <summary>Has the worker run a function, and fails if it does.</summary>
    public async Task InvokeAsync(
        string name,
        TypedData input,
        IEnumerable<KeyValuePair<string, TypedData>> metadata,
        CancellationToken cancellationToken
    )
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cancel.Token);
        Interlocked.Increment(ref running);
        try
        {
            var channel = await workers.ChannelAsync(cancelled.Token);
            await channel.InvokeAsync(byName[name], input, metadata, Guid.NewGuid().ToString(), cancelled.Token);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>Begins nothing new and lets what runs end; after the time it is cancelled.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        cancel.CancelAfter(grace);
        await stopping.CancelAsync();
        if (jobs is not null)
        {
            await jobs.StopAsync(CancellationToken.None);
        }

        await leading;
        while (Volatile.Read(ref running) > 0)
        {
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await cancel.CancelAsync();
        await leading;
        jobs?.Dispose();
        foreach (var timer in timers.Values)
        {
            timer.Dispose();
        }

        stopping.Dispose();
        cancel.Dispose();
    }

    /// <summary>Tells of each function where it listens.</summary>
    public IEnumerable<string> Descriptions() =>
        functions
            .Where(function => function.TriggerType != "httpTrigger")
            .Select(function =>
                $"{function.Name}: {function.TriggerType} {Place(function)}"
                + (configuration.IsDisabled(function.Name) ? " (disabled)" : "")
            );

    private string Place(Function function) =>
        configuration.Resolve(
            function.Text("schedule") ?? function.Text("queueName") ?? function.Text("path") ?? "unknown"
        );
}
