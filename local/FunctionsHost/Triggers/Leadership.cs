using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Runs what only one instance of an app may run. The instance that holds a lease leads; when it dies, another takes over
/// within the period of the lease.
/// </summary>
internal sealed partial class Leadership(BlobServiceClient blobs, string hostId, ILoggerFactory loggers)
{
    // The shortest lease that the service gives: https://learn.microsoft.com/rest/api/storageservices/lease-blob
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Renewal = Period / 3;

    // How soon an instance that waits takes over once the lease is free.
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("azure-webjobs-hosts");
    private readonly ILogger logger = loggers.CreateLogger<Leadership>();

    /// <summary>Until stopped: waits for the lease, then runs all, and begins again if the lease or one of them is lost.</summary>
    public async Task RunAsync(IReadOnlyList<Func<CancellationToken, Task>> led, CancellationToken stopping)
    {
        var blob = container.GetBlobClient($"locks/{hostId}/leader");
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await CreateAsync(blob, stopping);
                var lease = blob.GetBlobLeaseClient();
                await lease.AcquireAsync(Period, cancellationToken: stopping);
                await LeadAsync(led, lease, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (RequestFailedException taken) when (taken.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
            {
                // Another instance leads.
            }
            // Storage may be away for a while: what is led must not stay still for ever.
            catch (Exception error)
            {
                Log.Interrupted(logger, error);
            }

            await Task.Delay(Retry, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task LeadAsync(
        IReadOnlyList<Func<CancellationToken, Task>> led,
        BlobLeaseClient lease,
        CancellationToken stopping
    )
    {
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task[] running = [RenewAsync(lease, leading.Token), .. led.Select(each => each(leading.Token))];
        try
        {
            await await Task.WhenAny(running);
        }
        finally
        {
            await leading.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
    }

    // Fails when the lease is lost, which ends what is led.
    private static async Task RenewAsync(BlobLeaseClient lease, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Renewal, cancellationToken);
            await lease.RenewAsync(cancellationToken: cancellationToken);
        }
    }

    private async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await blob.UploadAsync(
                BinaryData.Empty,
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellationToken
            );
        }
        catch (RequestFailedException exists)
            when (exists.ErrorCode == BlobErrorCode.BlobAlreadyExists
                || exists.ErrorCode == BlobErrorCode.LeaseIdMissing
            )
        {
            // It only carries the lease.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Timers and the watching of containers begin again")]
        public static partial void Interrupted(ILogger logger, Exception error);
    }
}
