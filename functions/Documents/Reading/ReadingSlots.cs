using Microsoft.Extensions.Options;

namespace Avance.Functions.Documents.Reading;

/// <summary>Limits how many files an instance reads at once.</summary>
public sealed class ReadingSlots(IOptions<ReadingOptions> options, TimeProvider clock) : IDisposable
{
    // The memory of the app and its host.
    private const int AppMegabytes = 512;
    private const int MaxPerProcessor = 2;

    private readonly SemaphoreSlim free = new(
        Count(options.Value, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, Environment.ProcessorCount)
    );

    // A waiting function counts as running, and the host kills functions that run too long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <returns>The slot, freed by disposing of it; null if none became free within a minute.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<IDisposable?> TryTakeAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await free.WaitAsync(either.Token);
            return new Slot(free);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => free.Dispose();

    /// <summary>
    /// The setting or, if it is 0, as many child processes as fit in the memory beside the app, at most two a processor and at
    /// least one.
    /// </summary>
    internal static int Count(ReadingOptions options, long memoryBytes, int processors)
    {
        if (options.AtOnce > 0)
        {
            return options.AtOnce;
        }

        var each = Math.Max(options.ChildMegabytes, options.ToolMegabytes);
        var fitting = ((memoryBytes / ReadingOptions.Megabyte) - AppMegabytes) / each;
        return (int)Math.Clamp(fitting, 1, MaxPerProcessor * processors);
    }

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private int isTaken = 1;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isTaken, 0) == 1)
            {
                free.Release();
            }
        }
    }
}
