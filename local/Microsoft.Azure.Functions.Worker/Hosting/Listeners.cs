using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// Runs the listeners a moment after HTTP is served, so that they do not delay the first request, and starts again
/// those that fail, which they do while storage is away.
/// </summary>
internal sealed partial class Listeners(
    TriggerHost triggers,
    Shutdown shutdown,
    IHostApplicationLifetime lifetime,
    ILogger<Listeners> logger
) : IHostedService
{
    // The process was started by a request, most likely, which is waiting now. In Azure the listeners are the host's.
    private static readonly TimeSpan FirstRequest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private Task running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => running = Task.Run(RunAsync, CancellationToken.None));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await running.WaitAsync(cancellationToken);
            await shutdown.WhenIdleAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.CutOff(logger);
        }
    }

    private async Task RunAsync()
    {
        await Task.Delay(FirstRequest, shutdown.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(triggers.Listeners.Select(SuperviseAsync));
    }

    private async Task SuperviseAsync(IListener listener)
    {
        var pause = FirstPause;
        while (!shutdown.Stopping.IsCancellationRequested)
        {
            try
            {
                await listener.RunAsync(shutdown.Stopping);
            }
            catch (OperationCanceledException) when (shutdown.Stopping.IsCancellationRequested)
            {
                return;
            }
            // Whatever stops a listener, its function must not stay deaf until somebody restarts the host.
            catch (Exception exception)
            {
                Log.Failed(logger, exception, listener.Name, pause);
                await Task.Delay(pause, shutdown.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The listener of {Listener} failed and begins again in {Pause}")]
        public static partial void Failed(ILogger logger, Exception exception, string listener, TimeSpan pause);

        [LoggerMessage(2, LogLevel.Warning, "The shutdown timeout is over: what still runs is cut off")]
        public static partial void CutOff(ILogger logger);
    }
}
