using System.Collections.Immutable;
using Avance.FunctionsHost.Worker;

namespace Avance.FunctionsHost;

/// <summary>The app that a host runs, and how.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The folder of the built or published app: it holds host.json and worker.config.json.</summary>
    public required string AppDirectory { get; init; }

    /// <summary>Where HTTP is served. Port 0 of an IP address takes a free one.</summary>
    public Uri Address { get; init; } = new("http://localhost:7071");

    /// <summary>
    /// Settings of the app, with <c>__</c> or <c>:</c> between the parts of a name. They override environment variables,
    /// and <c>AzureFunctionsJobHost__path__to__value</c> overrides a value of host.json.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Starts the worker; by default as a process of its own.</summary>
    public Func<WorkerStart, CancellationToken, Task<IWorker>> StartWorker { get; init; } = WorkerProcess.StartAsync;

    /// <summary>How long a worker may take from its start until its functions are loaded.</summary>
    public TimeSpan WorkerStartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where the host logs to; it also receives the worker's log.</summary>
    public Action<ILoggingBuilder> ConfigureLogging { get; init; } = _ => { };

    /// <summary>How long running functions may take when the host stops; then they are cancelled.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
