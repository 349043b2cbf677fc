using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// Counts what runs, and lets it finish when the host stops. What still runs when two thirds of the shutdown timeout
/// have gone is asked to stop; at the end of the timeout the process ends without it.
/// </summary>
internal sealed class Shutdown : IDisposable
{
    private readonly CancellationTokenSource cancel = new();
    private readonly CancellationTokenRegistration stopping;
    private readonly Lock gate = new();
    private TaskCompletionSource idle = NewIdle();
    private int running;

    public Shutdown(IHostApplicationLifetime lifetime, IOptions<HostOptions> options)
    {
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
}
