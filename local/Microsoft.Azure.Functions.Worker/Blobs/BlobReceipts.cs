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
    private static readonly Dictionary<string, string> Mark = new(StringComparer.Ordinal) { [Completed] = "true" };

    private readonly string prefix = $"blobreceipts/{hostId}/{function.Id}/";
    private readonly BlobContainerClient container = connections.HostContainer;

    /// <summary>The keys of all completed receipts: one request for thousands of them.</summary>
    public async Task<HashSet<string>> LoadAsync(CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var receipt in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken)
        )
        {
            if (receipt.Metadata.ContainsKey(Completed))
            {
                keys.Add(receipt.Name[prefix.Length..]);
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
    /// Sends the message unless the receipt is completed. Instances that see the same blob take turns by a lease. A
    /// process that dies between sending and completing sends again: at least once, never not at all.
    /// </summary>
    /// <returns>False when another instance is at it: ask again later.</returns>
    public async Task<bool> CompleteAsync(string key, Func<Task> send, CancellationToken cancellationToken)
    {
        var receipt = container.GetBlobClient(prefix + key);
        await CreateAsync(receipt, cancellationToken);
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
            var holding = new BlobRequestConditions { LeaseId = lease.LeaseId };
            // Not cancellable from here: the message has been sent.
            await receipt.SetMetadataAsync(Mark, holding, CancellationToken.None);
        }

        await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        return true;
    }

    private static async Task CreateAsync(BlobClient receipt, CancellationToken cancellationToken)
    {
        var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await receipt.UploadAsync(BinaryData.FromString(""), onlyNew, cancellationToken);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // Another instance made it, or this one before it died.
        }
    }
}
