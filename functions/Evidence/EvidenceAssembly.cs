using System.Text.Json;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Avance.Functions.Telemetry;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence;

/// <summary>
/// Assembles a file from the parts that <see cref="EvidenceParts"/> has taken. While parts are missing the answer lists them;
/// a repeated request makes no second file.
/// </summary>
public sealed class EvidenceAssembly(
    UploadAdmission admission,
    EvidenceBlocks blocks,
    EvidenceBlobs blobs,
    EvidenceRecorder recorder,
    IOptions<ReadingOptions> reading,
    TimeProvider clock
)
{
    /// <summary>Assembles the file; a repetition returns the same file.</summary>
    public async Task<Result<StoredEvidence>> CompleteAsync(
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
        var existing = await admission.ListFileIdsAsync(address, cancellationToken);
        return UploadAdmission.Add(existing, id) is { } full
            ? full
            : await AssembleAsync(address, id, file, request.GetCaller(), cancellationToken);
    }

    private async Task<Result<StoredEvidence>> AssembleAsync(
        ProgressAddress address,
        EvidenceId id,
        UploadCompletion file,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        using var span = Traces.Start("store evidence").Tag(address)?.SetTag(SpanTags.Evidence, id.ToString());
        var staged = (await blocks.ListAsync(address, id, cancellationToken))
            .Where(one => one.Part.IsBy(caller.Name) && one.Size == SizeOf(one.Part.Number, file.Size))
            .Select(one => one.Part)
            .OrderBy(part => part.Number)
            .ToList();
        var parts = Named(file, caller) ?? staged;
        var named = parts.Select(part => part.ToBlockId()).ToHashSet(StringComparer.Ordinal);
        var kept = staged.Where(part => named.Contains(part.ToBlockId()));
        var count = EvidenceLimits.PartsOf(file.Size);
        var missing = Enumerable.Range(1, count).Except(kept.Select(part => part.Number)).ToList();
        var isPlain = missing.Count == 0 && parts.Count == count;
        var made = isPlain && await blocks.CommitAsync(address, id, file.Name, caller.Name, parts, cancellationToken);
        // The file may also come from an earlier request whose answer was lost.
        if (await blobs.DescribeAsync(address, id, cancellationToken) is not { } found)
        {
            // A part came with two contents and the request names neither: it is unknown which one belongs to the file.
            return missing.Count > 0 ? Missing(file.Name, missing) : Error.Conflict("upload-id-reused", file.Name);
        }

        return
            made
            || (
                (found.Name, found.Size) == (file.Name, file.Size)
                && await blobs.HasPartsAsync(address, id, parts, cancellationToken)
            )
            ? await recorder.RecordAsync(found with { At = clock.GetUtcNow() }, cancellationToken)
            : Error.Conflict("upload-id-reused", file.Name);
    }

    /// <returns>The parts that the request names; null if it names none.</returns>
    private static List<PartId>? Named(UploadCompletion file, Caller caller) =>
        file.Parts?.Select((hash, at) => PartId.OfHash(caller.Name, at + 1, Convert.FromHexString(hash))).ToList();

    /// <returns>Bytes of that part of a file of that size; less than 1 if the file has no such part.</returns>
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
