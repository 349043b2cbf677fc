using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Avance.Functions.Backups;

/// <summary>
/// The container <c>restores</c>: the file of a back-up at <c>PLAN/ID.zip</c> until it is restored, and at <c>PLAN/claim</c>
/// which of them is being restored.
/// </summary>
public sealed class RestoreBlobs(BlobServiceClient service)
{
    public const string Container = "restores";

    /// <summary>The storage takes no more blocks of a blob.</summary>
    public const int MaxParts = 50_000;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);

    /// <summary>Stores a part of a file. The same part again changes nothing.</summary>
    public async Task StageAsync(PlanId plan, Guid id, int part, byte[] content, CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await using var stream = new BinaryData(content).ToStream();
        await File(plan, id).StageBlockAsync(BlockId(part), stream, cancellationToken: cancellationToken);
    }

    /// <summary>Makes the file of its parts, unless it has been made.</summary>
    /// <returns>The places of the parts that are missing.</returns>
    public async Task<IReadOnlyList<int>> AssembleAsync(
        PlanId plan,
        Guid id,
        int parts,
        CancellationToken cancellationToken
    )
    {
        var places = Enumerable.Range(1, parts).ToList();
        BlockList list;
        try
        {
            list = await File(plan, id).GetBlockListAsync(BlockListTypes.All, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return places;
        }

        if (list.CommittedBlocks.Any())
        {
            return [];
        }

        var staged = list.UncommittedBlocks.Select(block => block.Name).ToHashSet(StringComparer.Ordinal);
        var missing = places.Where(part => !staged.Contains(BlockId(part))).ToList();
        if (missing.Count == 0)
        {
            await File(plan, id).CommitBlockListAsync(places.Select(BlockId), cancellationToken: cancellationToken);
        }

        return missing;
    }

    /// <summary>The file, to be read at any place.</summary>
    public Task<Stream> OpenAsync(PlanId plan, Guid id, CancellationToken cancellationToken) =>
        File(plan, id).OpenReadAsync(cancellationToken: cancellationToken);

    public Task DeleteAsync(PlanId plan, Guid id, CancellationToken cancellationToken) =>
        File(plan, id).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    public async Task<RestoreClaim?> FindClaimAsync(PlanId plan, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await Claim(plan).GetPropertiesAsync(cancellationToken: cancellationToken);
            return RestoreClaim.Of(plan, found.Metadata, found.ETag);
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>Claims a plan for a file.</summary>
    /// <param name="before">An older claim that has come to its end; null if there was none.</param>
    /// <returns>False if another request claimed it meanwhile.</returns>
    public async Task<bool> TryClaimAsync(RestoreClaim claim, RestoreClaim? before, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Metadata = claim.ToMetadata(),
            Conditions = before is null
                ? new BlobRequestConditions { IfNoneMatch = ETag.All }
                : new BlobRequestConditions { IfMatch = before.ETag },
        };
        try
        {
            await Claim(claim.Plan)
                .UploadAsync(BinaryData.FromBytes(default(ReadOnlyMemory<byte>)), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Keeps others from restoring the plan, for a minute at a time.</summary>
    /// <returns>Null if another request does.</returns>
    public async Task<BlobLeaseClient?> TryLeaseAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var lease = Claim(plan).GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(Lease, cancellationToken: cancellationToken);
            return lease;
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return null;
        }
    }

    /// <summary>Notes what was restored.</summary>
    public Task EndAsync(RestoreClaim claim, BlobLeaseClient lease, CancellationToken cancellationToken) =>
        Claim(claim.Plan)
            .SetMetadataAsync(
                claim.ToMetadata(),
                new BlobRequestConditions { LeaseId = lease.LeaseId },
                cancellationToken
            );

    private BlockBlobClient File(PlanId plan, Guid id) => container.GetBlockBlobClient($"{plan}/{id:D}.zip");

    private BlobClient Claim(PlanId plan) => container.GetBlobClient($"{plan}/claim");

    private static string BlockId(int part) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(part.ToString("D8", CultureInfo.InvariantCulture)));
}
