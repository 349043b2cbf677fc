using Microsoft.Extensions.Options;

namespace Avance.Functions.Documents.Reading;

/// <summary>Lets as many files be read at once as the instance can carry.</summary>
public sealed class ReadingSlots(IOptions<ReadingOptions> options, TimeProvider clock) : IDisposable
{
    // What the app and its host take for themselves.
    private const int AppMegabytes = 512;
    private const int MostPerProcessor = 2;

    private readonly SemaphoreSlim free = new(
        Count(options.Value, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, Environment.ProcessorCount)
    );

    // A function that waits counts as one that runs, and the host ends those that run too long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <returns>What gives the slot back when it is disposed of; null if none came free within a minute.</returns>
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
    /// The setting; or, where it is 0, as many as fit in the memory beside the app if each takes what its process may take,
    /// at most two a processor and at least one.
    /// </summary>
    /// <param name="options">What a process may take.</param>
    /// <param name="memoryBytes">Of the instance.</param>
    /// <param name="processors">Of the instance.</param>
    internal static int Count(ReadingOptions options, long memoryBytes, int processors)
    {
        if (options.AtOnce > 0)
        {
            return options.AtOnce;
        }

        var each = Math.Max(options.ChildMegabytes, options.ToolMegabytes);
        var fitting = ((memoryBytes / ReadingOptions.Megabyte) - AppMegabytes) / each;
        return (int)Math.Clamp(fitting, 1, MostPerProcessor * processors);
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
