using System.Text.Json;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence;

/// <summary>
/// Makes a file of the parts that <see cref="EvidenceParts"/> has taken. A request that comes before all of them learns
/// which are missing; one that is repeated makes no second file.
/// </summary>
public sealed class EvidenceAssembly(
    UploadAdmission admission,
    EvidenceBlocks blocks,
    EvidenceBlobs blobs,
    EvidenceRecorder keeping,
    IOptions<ReadingOptions> reading,
    TimeProvider clock
)
{
    /// <summary>Makes the file of its parts; again, it gives the same file.</summary>
    public async Task<Result<StoredEvidence>> CloseAsync(
        ProgressAddress address,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (
            !(await admission.AdmitAsync(address, request, cancellationToken)).Succeeded(
                out var uploadId,
                out var error
            )
        )
        {
            return error;
        }

        if (!(await request.ReadJsonAsync<UploadCompletion>(cancellationToken)).Succeeded(out var file, out error))
        {
            return error;
        }

        file = file with { Name = FileName.Clean(file.Name) };
        if (file.Size < 1)
        {
            return Error.Invalid("file-empty", file.Name, file.Name);
        }

        if (file.Size > reading.Value.FileBytes)
        {
            return UploadRules.TooLarge(file.Name, reading.Value);
        }

        if (file.CheckParts() is { } wrong)
        {
            return wrong;
        }

        var id = EvidenceId.Of(address, uploadId, 0);
        var known = await admission.KnownAsync(address, cancellationToken);
        return UploadAdmission.Add(known, id) is { } full
            ? full
            : await MakeAsync(address, id, file, request.GetCaller(), cancellationToken);
    }

    private async Task<Result<StoredEvidence>> MakeAsync(
        ProgressAddress address,
        EvidenceId id,
        UploadCompletion file,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var there = (await blocks.ListAsync(address, id, cancellationToken))
            .Where(one => one.Part.IsBy(caller.Name) && one.Size == SizeOf(one.Part.Number, file.Size))
            .Select(one => one.Part)
            .OrderBy(part => part.Number)
            .ToList();
        var parts = Named(file, caller) ?? there;
        var named = parts.Select(part => part.ToBlockId()).ToHashSet(StringComparer.Ordinal);
        var kept = there.Where(part => named.Contains(part.ToBlockId()));
        var count = EvidenceLimits.PartsOf(file.Size);
        var missing = Enumerable.Range(1, count).Except(kept.Select(part => part.Number)).ToList();
        var isPlain = missing.Count == 0 && parts.Count == count;
        var made = isPlain && await blocks.CommitAsync(address, id, file.Name, caller.Name, parts, cancellationToken);
        // Also what an earlier request has made whose answer was lost.
        if (await blobs.DescribeAsync(address, id, cancellationToken) is not { } found)
        {
            // Where a part came with two contents and the request names neither, nobody can tell which one is the file's.
            return missing.Count > 0 ? Missing(file.Name, missing) : Error.Conflict("upload-id-reused", file.Name);
        }

        return
            made
            || (
                (found.Name, found.Size) == (file.Name, file.Size)
                && await blobs.HasAsync(address, id, parts, cancellationToken)
            )
            ? await keeping.KeepAsync(found with { At = clock.GetUtcNow() }, cancellationToken)
            : Error.Conflict("upload-id-reused", file.Name);
    }

    /// <returns>The parts that the request names; null if it names none.</returns>
    private static List<PartId>? Named(UploadCompletion file, Caller caller) =>
        file.Parts?.Select((hash, at) => PartId.OfHash(caller.Name, at + 1, Convert.FromHexString(hash))).ToList();

    /// <returns>How many bytes the part of a file of that size has; less than 1 if it has no such part.</returns>
    private static long SizeOf(int number, long size) =>
        Math.Min(EvidenceLimits.PartBytes, size - ((number - 1L) * EvidenceLimits.PartBytes));

    private static Error Missing(string name, List<int> missing) =>
        Error.Conflict("upload-parts-missing", name) with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["missing"] = JsonSerializer.SerializeToElement(missing, Json.Options),
            },
        };
}
