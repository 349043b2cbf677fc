using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// A lock that the instances of an app share: a lease on a blob, renewed while it is held. When its holder dies it
/// lapses after 15 s, the shortest that storage allows. All of it goes by real time, as storage does.
/// </summary>
internal sealed class StorageLock : IAsyncDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(500);

    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource released = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task renewal;

    private StorageLock(BlobLeaseClient lease, bool waited)
    {
        this.lease = lease;
        Waited = waited;
        renewal = RenewAsync();
    }

    /// <summary>Whether another instance held it when it was asked for.</summary>
    public bool Waited { get; }

    /// <summary>Signalled when it could not be renewed: another instance may hold it by now.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Waits until nobody else holds it. The blob is made if it does not exist.</summary>
    public static async Task<StorageLock> AcquireAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        var waited = false;
        while (true)
        {
            var asked = blob.GetBlobLeaseClient();
            try
            {
                await asked.AcquireAsync(Duration, cancellationToken: cancellationToken);
                return new StorageLock(asked, waited);
            }
            catch (RequestFailedException held) when (held.Status == 409)
            {
                waited = true;
                await Task.Delay(AskAgain, cancellationToken);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                await CreateAsync(blob, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await renewal;
        try
        {
            // Not cancellable: a lock that is not released at shutdown keeps the next start waiting.
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 409 or 412)
        {
            // It lapsed: there is nothing to release.
        }

        released.Dispose();
        lost.Dispose();
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await blob.UploadAsync(BinaryData.FromString(""), onlyNew, cancellationToken);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // Another instance was faster.
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, released.Token);
                await lease.RenewAsync(cancellationToken: released.Token);
            }
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
            // Released.
        }
        // Whatever the reason, the holder must take the lock for lost; it says so when it is asked to stop.
        catch (Exception)
        {
            await lost.CancelAsync();
        }
    }
}
