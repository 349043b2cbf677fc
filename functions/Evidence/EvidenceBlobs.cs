using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Telemetry;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Avance.Functions.Evidence;

/// <summary>
/// The container <c>evidence</c>: each file at <c>PLAN/PERIOD/ACTIVITY/ID</c>, written once. The file's
/// original name is in the metadata, never in the path.
/// </summary>
public sealed class EvidenceBlobs(BlobServiceClient service)
{
    public const string Container = "evidence";

    // Only one block at a time is held in memory.
    private static readonly StorageTransferOptions OneBlock = new()
    {
        InitialTransferSize = 4 * 1_048_576,
        MaximumTransferSize = 4 * 1_048_576,
        MaximumConcurrency = 1,
    };

    private readonly BlobContainerClient container = service.GetBlobContainerClient(Container);
    private volatile bool exists;

    /// <summary>Stores a file whole, or not at all.</summary>
    /// <returns>False if there is a file of that id already; the content is read to its end all the same.</returns>
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
            Conditions = IfAbsent,
            Metadata = Metadata(name, by),
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

    /// <summary>True if the file has each of the parts at its place.</summary>
    public async Task<bool> HasPartsAsync(
        ProgressAddress address,
        EvidenceId id,
        IEnumerable<PartId> parts,
        CancellationToken cancellationToken
    )
    {
        await using var content = await Blob(address, id).OpenReadAsync(cancellationToken: cancellationToken);
        var buffer = new byte[EvidenceLimits.PartBytes];
        foreach (var part in parts)
        {
            content.Position = (part.Number - 1L) * EvidenceLimits.PartBytes;
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken);
            if (!part.IsOf(buffer.AsSpan(0, read)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The content; null if there is no file.</summary>
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

    /// <summary>Copies the content to a new file.</summary>
    /// <returns>False if there is no file.</returns>
    public async Task<bool> CopyAsync(
        ProgressAddress address,
        EvidenceId id,
        string path,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // A streamed download takes one request, unless the connection breaks.
            var blob = await Blob(address, id).DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = blob.Value.Content;
            await using var copy = File.Create(path);
            await content.CopyToAsync(copy, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return false;
        }
    }

    /// <summary>The stored files of a period, with or without a row.</summary>
    public async IAsyncEnumerable<(ProgressAddress Address, EvidenceId Id, DateTimeOffset At)> ListAsync(
        PlanId plan,
        Period period,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{plan}/{period}/", cancellationToken);
        await using var pages = blobs.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                yield break;
            }

            if (TryParse(pages.Current.Name, out var address, out var id))
            {
                yield return (address, id, pages.Current.Properties.CreatedOn ?? DateTimeOffset.MinValue);
            }
        }
    }

    /// <summary>PLAN/PERIOD/ACTIVITY/ID; other names are not of this app.</summary>
    public static bool TryParse(string name, out ProgressAddress address, out EvidenceId id)
    {
        address = default;
        id = default;
        var parts = name.Split('/');
        if (
            parts.Length != 4
            || !PlanId.TryParse(parts[0], CultureInfo.InvariantCulture, out var plan)
            || !Period.TryParse(parts[1], CultureInfo.InvariantCulture, out var period)
            || !ActivityNumber.TryParse(parts[2], CultureInfo.InvariantCulture, out var activity)
        )
        {
            return false;
        }

        address = new ProgressAddress(plan, period, activity);
        return EvidenceId.TryParse(parts[3], CultureInfo.InvariantCulture, out id);
    }

    /// <summary>The file as its blob describes it; null if there is no blob.</summary>
    public async Task<StoredEvidence?> DescribeAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        if (await HashAsync(address, id, cancellationToken) is not { } hash)
        {
            return null;
        }

        BlobProperties found = await Blob(address, id).GetPropertiesAsync(cancellationToken: cancellationToken);
        return new StoredEvidence(
            address,
            id,
            Decode(found, "name", "archivo"),
            found.ContentLength,
            hash,
            Decode(found, "by", ""),
            found.CreatedOn,
            EvidenceState.Received
        )
        {
            TraceParent = found.Metadata.TryGetValue("traceparent", out var trace) ? trace : null,
        };
    }

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits; null if there is no file.</summary>
    public async Task<string?> HashAsync(ProgressAddress address, EvidenceId id, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(address, id, cancellationToken);
        return content is null
            ? null
            : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    /// <summary>Never overwrites an existing blob.</summary>
    internal static BlobRequestConditions IfAbsent => new() { IfNoneMatch = ETag.All };

    /// <summary>The file's original name and its sender, in base64 since headers are ASCII, and the trace of the upload.</summary>
    internal static Dictionary<string, string> Metadata(string name, string by)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(name)),
            ["by"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(by)),
        };
        if (Traces.Current is { } trace)
        {
            metadata["traceparent"] = trace;
        }

        return metadata;
    }

    private static string Decode(BlobProperties blob, string name, string otherwise) =>
        blob.Metadata.TryGetValue(name, out var text)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(text))
            : otherwise;

    private BlobClient Blob(ProgressAddress address, EvidenceId id) => container.GetBlobClient(NameOf(address, id));

    internal static string NameOf(ProgressAddress address, EvidenceId id) => FolderOf(address) + id;

    internal static string FolderOf(ProgressAddress address) => $"{address.Plan}/{address.Period}/{address.Activity}/";
}
