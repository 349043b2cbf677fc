using Microsoft.Azure.WebJobs.Host;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Runs the work that only one instance of an app may run. The instance that holds a lease leads; when it dies, another takes
/// over within the period of the lease.
/// </summary>
internal sealed partial class LeaderElection(IDistributedLockManager locks, string hostId, ILoggerFactory loggers)
{
    // The shortest lease that the service gives: https://learn.microsoft.com/rest/api/storageservices/lease-blob
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Renewal = Period / 3;

    // How soon an instance that waits takes over once the lease is free.
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly ILogger logger = loggers.CreateLogger<LeaderElection>();

    /// <summary>Waits for the lease, then runs the work, and begins again if the lease is lost, until it is stopped.</summary>
    public Task RunAsync(IReadOnlyList<Func<CancellationToken, Task>> work, CancellationToken stopping) =>
        RepeatAsync(cancellationToken => LeadAsync(work, cancellationToken), stopping);

    // The storage may be away for a while: a failure is retried, and does not stop the other work.
    private async Task RepeatAsync(Func<CancellationToken, Task> run, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await run(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Log.Interrupted(logger, error);
            }

            await Task.Delay(Retry, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LeadAsync(IReadOnlyList<Func<CancellationToken, Task>> work, CancellationToken stopping)
    {
        if (await locks.TryLockAsync(null, $"{hostId}/leader", null, null, Period, stopping) is not { } lease)
        {
            // Another instance leads.
            return;
        }

        using var leading = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var running = Task.WhenAll(work.Select(each => RepeatAsync(each, leading.Token)));
        try
        {
            // When the host stops, running work may end, and the lease is renewed until then: no other instance runs it too.
            while (await Task.WhenAny(running, Task.Delay(Renewal, CancellationToken.None)) != running)
            {
                // Throws when the lease is lost.
                await locks.RenewAsync(lease, CancellationToken.None);
            }
        }
        finally
        {
            await leading.CancelAsync();
            await running;
            await locks.ReleaseLockAsync(lease, CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A timer, the watching of a container or the lease of them begins again")]
        public static partial void Interrupted(ILogger logger, Exception error);
    }
}
