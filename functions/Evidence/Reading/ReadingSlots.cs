using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence.Reading;

/// <summary>Lets as many files be read at once as the instance can carry. The others wait as long as it takes.</summary>
public sealed class ReadingSlots(IOptions<ReadingOptions> options) : IDisposable
{
    // What the app and its host take for themselves.
    private const int AppMegabytes = 512;
    private const int MostPerProcessor = 2;

    private readonly SemaphoreSlim free = new(
        Count(options.Value, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, Environment.ProcessorCount)
    );

    /// <returns>What gives the slot back when it is disposed of.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Slot(free);
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
