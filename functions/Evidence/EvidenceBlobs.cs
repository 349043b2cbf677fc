using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Progress;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Evidence;

/// <summary>
/// The container <c>evidence</c>: each file at <c>PLAN/PERIOD/ACTIVITY/ID</c>, written once. What a person calls the
/// file is in its metadata, never in its path.
/// </summary>
public sealed class EvidenceBlobs(BlobServiceClient service)
{
    public const string Container = "evidence";

    /// <summary>Where the trigger finds the parts of the path.</summary>
    public const string Path = Container + "/{plan}/{period}/{number}/{id}";

    // One block at a time is in memory.
    private static readonly StorageTransferOptions OneBlock = new()
    {
        InitialTransferSize = 4 * 1_048_576,
        MaximumTransferSize = 4 * 1_048_576,
        MaximumConcurrency = 1,
    };

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);
    private volatile bool exists;

    /// <summary>Stores a file whole, or not at all.</summary>
    /// <returns>False if there is one of that id already; the content has then been read to its end all the same.</returns>
    public async Task<bool> StoreAsync(
        ProgressAddress address,
        EvidenceId id,
        string name,
        string by,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        if (!exists)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            exists = true;
        }

        var options = new BlobUploadOptions
        {
            TransferOptions = OneBlock,
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            // Headers are ASCII.
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(name)),
                ["by"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(by)),
            },
        };
        try
        {
            await Blob(address, id).UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>The content from its first byte on; null if there is none.</summary>
    public async Task<Stream?> OpenAsync(ProgressAddress address, EvidenceId id, CancellationToken cancellationToken)
    {
        try
        {
            return await Blob(address, id).OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits; null if there is none.</summary>
    public async Task<string?> HashAsync(ProgressAddress address, EvidenceId id, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(address, id, cancellationToken);
        return content is null
            ? null
            : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    private BlobClient Blob(ProgressAddress address, EvidenceId id) =>
        container.GetBlobClient($"{address.Plan}/{address.Period}/{address.Activity}/{id}");
}
