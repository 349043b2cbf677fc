using Azure;

namespace Avance.Functions.Storage;

/// <summary>Checks a storage service with the smallest request that it takes.</summary>
internal static class StorageProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>True if the service answers without an error.</summary>
    /// <param name="list">Lists what the service has; one item is read.</param>
    public static async Task<bool> CanReachAsync<T>(
        Func<CancellationToken, AsyncPageable<T>> list,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Timeout);
        try
        {
            await foreach (var _ in list(limited.Token).AsPages(pageSizeHint: 1))
            {
                break;
            }

            return true;
        }
        catch (Exception error) when (error is RequestFailedException || StorageFailure.IsOutage(error))
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
