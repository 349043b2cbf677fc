using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Avance.Functions.Storage;

/// <summary>Work on many plans or mails, of which one that fails does not keep the others waiting.</summary>
internal static class IsolatedBatch
{
    /// <summary>
    /// Works on all items, some at once. A failure that is no outage of a service is thrown when all are done, so that the
    /// run counts as failed.
    /// </summary>
    /// <param name="failed">Is told of each failure: the next run comes back to it.</param>
    public static async Task ForEachAsync<T>(
        IAsyncEnumerable<T> items,
        int atOnce,
        Func<T, CancellationToken, Task> work,
        Action<T, Exception> failed,
        CancellationToken cancellationToken
    )
    {
        var unexpected = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                try
                {
                    await work(item, token);
                }
                catch (Exception error) when (!token.IsCancellationRequested)
                {
                    failed(item, error);
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
