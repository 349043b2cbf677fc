namespace Avance.FunctionsHost.Worker;

/// <summary>Keeps one worker running: one that dies is started again.</summary>
internal sealed partial class WorkerSupervisor(
    FunctionsHostOptions options,
    Uri address,
    WorkerLobby lobby,
    ILoggerFactory loggers
) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly ILogger logger = loggers.CreateLogger<WorkerSupervisor>();
    private readonly CancellationTokenSource stopping = new();
    private volatile TaskCompletionSource<WorkerChannel> current = NewSource();
    private Task supervising = Task.CompletedTask;
    private IWorker? worker;

    /// <summary>Starts the first worker.</summary>
    /// <returns>Its functions.</returns>
    public async Task<IReadOnlyList<Function>> StartAsync(CancellationToken cancellationToken)
    {
        var functions = await LaunchAsync(cancellationToken);
        supervising = SuperviseAsync();
        return functions;
    }

    /// <summary>The worker's channel. While a worker is being started again, this waits for it.</summary>
    public Task<WorkerChannel> ChannelAsync(CancellationToken cancellationToken) =>
        current.Task.WaitAsync(StartTimeout, cancellationToken);

    /// <summary>Asks the worker to end, and ends it if it has not within the time.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await stopping.CancelAsync();
        if (worker is not null && current.Task.IsCompletedSuccessfully)
        {
            (await current.Task).Terminate(grace);
            await worker.Ended.WaitAsync(grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await supervising;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await supervising;
        await EndAsync();
        stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        var delay = FirstDelay;
        while (true)
        {
            await worker!.Ended.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            Log.Ended(logger, delay);
            current = NewSource();
            await EndAsync();
            await Task.Delay(delay, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await LaunchAsync(stopping.Token);
                delay = FirstDelay;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            // Whatever keeps a worker from starting may pass, and there is nobody else who would try again.
            catch (Exception error)
            {
                Log.NotStarted(logger, error);
                delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            }
        }
    }

    private async Task<IReadOnlyList<Function>> LaunchAsync(CancellationToken cancellationToken)
    {
        var start = new WorkerStart(address, Guid.NewGuid().ToString(), options.AppDirectory, options.Settings);
        var channel = new WorkerChannel(loggers);
        lobby.Expected[start.WorkerId] = channel;
        worker = await options.StartWorker(start, cancellationToken);
        _ = worker.Ended.ContinueWith(_ => channel.Close(), TaskScheduler.Default);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(StartTimeout);
        try
        {
            var functions = await channel.BeginAsync(options.AppDirectory, limited.Token);
            current.TrySetResult(channel);
            return functions;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The worker did not answer within {StartTimeout.TotalSeconds} s.", late);
        }
        finally
        {
            lobby.Expected.TryRemove(start.WorkerId, out _);
        }
    }

    private async Task EndAsync()
    {
        if (worker is not null)
        {
            await worker.DisposeAsync();
        }
    }

    private static TaskCompletionSource<WorkerChannel> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The worker has ended; it is started again in {Delay}")]
        public static partial void Ended(ILogger logger, TimeSpan delay);

        [LoggerMessage(2, LogLevel.Error, "The worker could not be started")]
        public static partial void NotStarted(ILogger logger, Exception error);
    }
}
