using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// Counts what runs, and lets it finish when the host stops. What still runs when two thirds of the shutdown timeout
/// have gone is asked to stop; at the end of the timeout the process ends without it.
/// </summary>
internal sealed partial class Shutdown : IDisposable
{
    private readonly CancellationTokenSource cancel = new();
    private readonly CancellationTokenRegistration stopping;
    private readonly Lock gate = new();
    private TaskCompletionSource idle = NewIdle();
    private readonly ILogger logger;
    private int running;

    public Shutdown(IHostApplicationLifetime lifetime, IOptions<HostOptions> options, ILogger<Shutdown> logger)
    {
        this.logger = logger;
        Stopping = lifetime.ApplicationStopping;
        CancelRunning = cancel.Token;
        idle.SetResult();
        stopping = Stopping.Register(() => cancel.CancelAfter(options.Value.ShutdownTimeout * (2.0 / 3)));
    }

    /// <summary>Signalled when nothing new may begin.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Signalled when what runs must come to an end.</summary>
    public CancellationToken CancelRunning { get; }

    public Running Enter()
    {
        lock (gate)
        {
            if (running++ == 0)
            {
                idle = NewIdle();
            }
        }

        return new Running(this);
    }

    /// <summary>Runs something that nobody awaits. It is stopped with the host, and its failure is logged.</summary>
    public async Task RunAsync(string name, Func<CancellationToken, Task> action)
    {
        using var entered = Enter();
        try
        {
            await Task.Run(() => action(Stopping), Stopping);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // It had not begun.
        }
        // Nobody else would hear of it.
        catch (Exception exception)
        {
            Log.Failed(logger, exception, name);
        }
    }

    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return idle.Task.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        stopping.Dispose();
        cancel.Dispose();
    }

    private static TaskCompletionSource NewIdle() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Exit()
    {
        lock (gate)
        {
            if (--running == 0)
            {
                idle.SetResult();
            }
        }
    }

    public readonly struct Running(Shutdown shutdown) : IDisposable
    {
        public void Dispose() => shutdown.Exit();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Name} could not be run by hand")]
        public static partial void Failed(ILogger logger, Exception exception, string name);
    }
}
