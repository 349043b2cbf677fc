using Azure;
using Azure.Storage.Blobs.Specialized;

namespace Avance.Functions.Backups;

/// <summary>The lease of a restoration, which is renewed as it goes on and given back at its end.</summary>
public sealed class RestoreLease(BlobLeaseClient lease, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(15);

    private long renewed = clock.GetTimestamp();

    /// <summary>Called between two steps.</summary>
    /// <exception cref="RequestFailedException">The lease was lost: another request goes on.</exception>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(renewed) >= RenewAfter)
        {
            await lease.RenewAsync(cancellationToken: cancellationToken);
            renewed = clock.GetTimestamp();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await lease.ReleaseAsync();
        }
        catch (RequestFailedException)
        {
            // It ends by itself after a minute.
        }
    }
}
