using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Blobs;

/// <summary>
/// Which versions of which blobs a function has been told of: an empty blob for each, whose name is made of the
/// function, the ETag and the path, marked when the message has been sent.
/// </summary>
internal sealed class BlobReceipts(StorageConnections connections, string hostId, BlobFunction function)
{
    private const string Completed = "Completed";
    private const int MaxName = 1_024;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);

    // How long whoever made a receipt may take to complete it.
    private static readonly TimeSpan MakerTime = TimeSpan.FromSeconds(5);
    private static readonly Dictionary<string, string> Mark = new(StringComparer.Ordinal) { [Completed] = "true" };

    private readonly string prefix = $"blobreceipts/{hostId}/{function.Id}/";
    private readonly BlobContainerClient container = connections.HostContainer;

    /// <summary>The keys of all completed receipts: one request for thousands of them.</summary>
    public async Task<ConcurrentDictionary<string, bool>> LoadAsync(CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var keys = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await foreach (
            var receipt in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken)
        )
        {
            if (receipt.Metadata.ContainsKey(Completed))
            {
                keys[receipt.Name[prefix.Length..]] = true;
            }
        }

        return keys;
    }

    /// <summary>The key of a version. Storage names end at 1,024 characters: a long one goes by its digest.</summary>
    public string Key(string blob, ETag etag)
    {
        var key = $"{etag.ToString("G").Trim('"')}/{function.Path.Container}/{blob}";
        return prefix.Length + key.Length <= MaxName
            ? key
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>
    /// Sends the message unless the receipt is completed. The instance that makes the receipt sends; if it does not
    /// complete it in time the others may, and take turns by a lease. A process that dies between sending and completing
    /// is followed by another that sends again: at least once, never not at all.
    /// </summary>
    /// <returns>False when another instance is at it: ask again later.</returns>
    public async Task<bool> CompleteAsync(string key, Func<Task> send, CancellationToken cancellationToken)
    {
        var receipt = container.GetBlobClient(prefix + key);
        if (await TryCreateAsync(receipt, cancellationToken) is { } made)
        {
            await send();
            await MarkAsync(receipt, new BlobRequestConditions { IfMatch = made });
            return true;
        }

        var found = await receipt.GetPropertiesAsync(cancellationToken: cancellationToken);
        if (found.Value.Metadata.ContainsKey(Completed))
        {
            return true;
        }

        if (found.GetRawResponse().Headers.Date - found.Value.LastModified < MakerTime)
        {
            return false;
        }

        var lease = receipt.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(LeaseTime, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException held) when (held.Status == 409)
        {
            return false;
        }

        BlobProperties properties = await receipt.GetPropertiesAsync(cancellationToken: cancellationToken);
        if (!properties.Metadata.ContainsKey(Completed))
        {
            await send();
            await MarkAsync(receipt, new BlobRequestConditions { LeaseId = lease.LeaseId });
        }

        await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        return true;
    }

    /// <returns>Null if it is there: another instance made it, or this one before it died.</returns>
    private static async Task<ETag?> TryCreateAsync(BlobClient receipt, CancellationToken cancellationToken)
    {
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            return (await receipt.UploadAsync(BinaryData.FromString(""), onlyNew, cancellationToken)).Value.ETag;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return null;
        }
    }

    private static async Task MarkAsync(BlobClient receipt, BlobRequestConditions conditions)
    {
        try
        {
            // Not cancellable: the message has been sent.
            await receipt.SetMetadataAsync(Mark, conditions, CancellationToken.None);
        }
        catch (RequestFailedException taken) when (taken.Status == 412)
        {
            // This instance was slow, and another has sent as well.
        }
    }
}
