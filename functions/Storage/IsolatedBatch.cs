using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Avance.Functions.Storage;

/// <summary>Processes many items so that one that fails does not stop the others.</summary>
internal static class IsolatedBatch
{
    /// <summary>
    /// Processes all items, several at once. A failure other than an outage of a service is thrown when all are done, so that
    /// the run counts as failed.
    /// </summary>
    /// <param name="onFailure">Called for each failed item, which the next run tries again.</param>
    public static async Task ForEachAsync<T>(
        IAsyncEnumerable<T> items,
        int maxConcurrency,
        Func<T, CancellationToken, Task> work,
        Action<T, Exception> onFailure,
        CancellationToken cancellationToken
    )
    {
        var unexpected = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = maxConcurrency, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                try
                {
                    await work(item, token);
                }
                catch (Exception error) when (!token.IsCancellationRequested)
                {
                    onFailure(item, error);
                    if (!StorageFailure.IsOutage(error))
                    {
                        unexpected.Enqueue(error);
                    }
                }
            }
        );
        if (unexpected.TryPeek(out var first))
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
