using Azure;

namespace Avance.Functions.Storage;

/// <summary>Asks a storage service for as little as there is to ask for.</summary>
internal static class StorageProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>True if a service answers, whatever it says.</summary>
    /// <param name="list">Asks for what it has; one of it is read.</param>
    public static async Task<bool> ReachesAsync<T>(
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
