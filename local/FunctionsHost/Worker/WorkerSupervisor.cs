namespace Avance.FunctionsHost.Worker;

/// <summary>Keeps one worker running: a worker that dies is restarted.</summary>
internal sealed partial class WorkerSupervisor(
    FunctionsHostOptions options,
    Uri address,
    PendingWorkers pending,
    ILoggerFactory loggers
) : IAsyncDisposable
{
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

    /// <summary>The worker's channel. Waits while a worker is being restarted.</summary>
    public Task<WorkerChannel> ChannelAsync(CancellationToken cancellationToken) =>
        current.Task.WaitAsync(options.WorkerStartTimeout, cancellationToken);

    /// <summary>Asks the worker to end, and waits for it at most that long.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await stopping.CancelAsync();
        await supervising;
        if (worker is not null && current.Task.IsCompletedSuccessfully)
        {
            (await current.Task).Terminate(grace);
            await worker.Ended.WaitAsync(grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Ends the worker, even while functions run.</summary>
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
            // A worker that runs but has closed its stream is of no use either.
            var channel = await current.Task;
            await channel.Ended.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            current = NewSource();
            Log.Ended(logger);
            await EndAsync();
            while (!current.Task.IsCompletedSuccessfully)
            {
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
                // Any cause may pass, and nothing else retries.
                catch (Exception error)
                {
                    delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
                    Log.NotStarted(logger, error, delay);
                }
            }
        }
    }

    private async Task<IReadOnlyList<Function>> LaunchAsync(CancellationToken cancellationToken)
    {
        var start = new WorkerStart(address, Guid.NewGuid().ToString(), options.AppDirectory, options.Settings);
        var channel = new WorkerChannel(loggers);
        pending.Expected[start.WorkerId] = channel;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(options.WorkerStartTimeout);
        try
        {
            worker = await options.StartWorker(start, limited.Token);
            _ = worker.Ended.ContinueWith(_ => channel.Close(), TaskScheduler.Default);
            var functions = await channel.InitializeAsync(options.AppDirectory, limited.Token);
            current.SetResult(channel);
            return functions;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            await EndAsync();
            throw new TimeoutException(
                $"The worker did not answer within {options.WorkerStartTimeout.TotalSeconds} s.",
                late
            );
        }
        catch
        {
            await EndAsync();
            throw;
        }
        finally
        {
            pending.Expected.TryRemove(start.WorkerId, out _);
        }
    }

    private async Task EndAsync()
    {
        if (Interlocked.Exchange(ref worker, null) is { } ending)
        {
            await ending.DisposeAsync();
        }
    }

    private static TaskCompletionSource<WorkerChannel> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The worker has ended; it is started again")]
        public static partial void Ended(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "The worker could not be started; the next try is in {Delay}")]
        public static partial void NotStarted(ILogger logger, Exception error, TimeSpan delay);
    }
}
