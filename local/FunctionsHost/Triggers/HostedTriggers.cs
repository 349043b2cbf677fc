using Avance.FunctionsHost.Protocol;
using Avance.FunctionsHost.Worker;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs.Host;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// All triggers except HTTP. The WebJobs SDK, which Azure runs too, listens to queues and blobs; timers and
/// <see cref="BlobWatch"/> run on one instance at a time.
/// </summary>
internal sealed class HostedTriggers : IAsyncDisposable
{
    private readonly Function[] functions;
    private readonly WorkerSupervisor workers;
    private readonly HostConfiguration configuration;
    private readonly ILoggerFactory loggers;
    private readonly CancellationTokenSource cancel = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly WebhookProvider webhooks = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHost? jobs;
    private TimerListener[] timers = [];
    private Task leading = Task.CompletedTask;

    public HostedTriggers(
        IEnumerable<Function> functions,
        WorkerSupervisor workers,
        HostConfiguration configuration,
        ILoggerFactory loggers
    )
    {
        this.functions = [.. functions.Where(function => function.TriggerType != "httpTrigger")];
        this.workers = workers;
        this.configuration = configuration;
        this.loggers = loggers;
    }

    private IEnumerable<Function> Enabled => functions.Where(function => !configuration.IsDisabled(function.Name));

    /// <summary>One line for each function: its trigger and where it listens.</summary>
    public IEnumerable<string> Descriptions =>
        functions.Select(function =>
            $"{function.Name}: {function.TriggerType} {Place(function)}"
            + (configuration.IsDisabled(function.Name) ? " (disabled)" : "")
        );

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (functions.Length == 0)
        {
            started.SetResult();
            return;
        }

        var blobs = JobHosts.Blobs(configuration);
        timers =
        [
            .. functions
                .Where(function => function.TriggerType == "timerTrigger")
                .Select(function => new TimerListener(function, this, configuration, blobs, loggers)),
        ];
        // Building the jobs takes most of a start: of functions that are all disabled there are none.
        if (Enabled.Any())
        {
            await StartJobsAsync(blobs, cancellationToken);
        }

        started.SetResult();
    }

    /// <summary>Runs a timer out of turn, in the background. HTTP is served before the timers are started: this waits for them.</summary>
    /// <returns>False if there is no timer of that name.</returns>
    public async Task<bool> TryRunAsync(string name, CancellationToken cancellationToken)
    {
        await started.Task.WaitAsync(cancellationToken);
        var timer = timers.FirstOrDefault(timer => string.Equals(timer.Name, name, StringComparison.OrdinalIgnoreCase));
        _ = timer?.RunNowAsync(stopping.Token);
        return timer is not null;
    }

    /// <summary>True if events of Event Grid may be sent for a function, named as Azure does.</summary>
    public bool TakesEvents(string? name) =>
        Enabled.Where(EventSubscriptions.IsFed).Any(function => name == $"{TriggerMethods.TypeName}.{function.Name}");

    /// <summary>Has the worker run a function; throws if the function fails.</summary>
    public async Task InvokeAsync(
        string name,
        TypedData input,
        IEnumerable<KeyValuePair<string, TypedData>> metadata,
        CancellationToken cancellationToken
    )
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cancel.Token);
        var function = functions.First(function => function.Name == name);
        var channel = await workers.ChannelAsync(cancelled.Token);
        await channel.InvokeAsync(function, input, metadata, Guid.NewGuid().ToString(), cancelled.Token);
    }

    /// <summary>Starts no more functions and lets running ones end; after the grace they are cancelled.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        cancel.CancelAfter(grace);
        await stopping.CancelAsync();
        await Task.WhenAll([leading, DrainAsync(), .. timers.Select(timer => timer.StopAsync())]);
    }

    public async ValueTask DisposeAsync()
    {
        await cancel.CancelAsync();
        await stopping.CancelAsync();
        await leading;
        jobs?.Dispose();
        foreach (var timer in timers)
        {
            timer.Dispose();
        }

        stopping.Dispose();
        cancel.Dispose();
    }

    private async Task StartJobsAsync(BlobServiceClient blobs, CancellationToken cancellationToken)
    {
        jobs = JobHosts.Build(
            Enabled.Where(function => function.TriggerType != "timerTrigger"),
            this,
            webhooks,
            blobs,
            configuration,
            loggers
        );
        await jobs.StartAsync(cancellationToken);
        Func<CancellationToken, Task>[] work =
        [
            .. timers
                .Where(timer => !configuration.IsDisabled(timer.Name))
                .Select(timer => (Func<CancellationToken, Task>)timer.RunAsync),
            .. new EventSubscriptions(Enabled, blobs, webhooks, configuration, loggers)
                .Watches()
                .Select(watch => (Func<CancellationToken, Task>)watch.RunAsync),
        ];
        if (work.Length > 0)
        {
            var locks = jobs.Services.GetRequiredService<IDistributedLockManager>();
            leading = new LeaderElection(locks, configuration.HostId, loggers).RunAsync(work, stopping.Token);
        }
    }

    // Listeners end first: stopping the jobs cancels running functions.
    private async Task DrainAsync()
    {
        if (jobs is not null)
        {
            await jobs.Services.GetRequiredService<IDrainModeManager>().EnableDrainModeAsync(CancellationToken.None);
            await jobs.StopAsync(CancellationToken.None);
        }
    }

    private string Place(Function function) =>
        configuration.Resolve(
            function.Text("schedule") ?? function.Text("queueName") ?? function.Text("path") ?? "unknown"
        );
}
