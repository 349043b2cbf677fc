using System.Globalization;
using System.Text.Json;
using Avance.Functions.Access;
using Avance.Functions.Evidence.Reading;
using Avance.Functions.Progress;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence;

/// <summary>
/// Takes a large file in parts, each in a request of its own, and makes the file of them. Nothing of it is there before
/// it is whole; each request may be repeated. Who asks for the file too early learns which parts are missing.
/// </summary>
public sealed class EvidenceParts(
    UploadAdmission admission,
    UploadForm form,
    EvidenceBlocks blocks,
    EvidenceBlobs blobs,
    EvidenceKeeping keeping,
    IOptions<ReadingOptions> reading,
    TimeProvider clock
)
{
    private int MostParts => CountOf(reading.Value.FileBytes);

    /// <summary>Takes a part.</summary>
    /// <param name="address">What the file proves.</param>
    /// <param name="number">Its place in the file, from 1.</param>
    /// <param name="request">A form with the part, by the name of the file.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public async Task<Result<UploadedPart>> TakeAsync(
        ProgressAddress address,
        string number,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (
            !(await admission.AdmitAsync(address, request, cancellationToken)).Succeeded(
                out var uploadId,
                out var refusal
            )
        )
        {
            return refusal;
        }

        if (!int.TryParse(number, NumberStyles.None, null, out var place) || place < 1 || place > MostParts)
        {
            return Refusal.Invalid("upload-part-number", "part", MostParts, reading.Value.FileMegabytes);
        }

        var id = EvidenceId.Of(address, uploadId, 0);
        if (place == 1)
        {
            var known = await admission.KnownAsync(address, cancellationToken);
            if (UploadAdmission.Add(known, id) is { } full)
            {
                return full;
            }
        }

        UploadedPart? taken = null;
        refusal = await form.ReadAsync(
            request,
            async section =>
            {
                var part = await StageAsync(address, id, place, section, request.GetCaller(), cancellationToken);
                return part.Succeeded(out taken, out var refused) ? null : refused;
            },
            cancellationToken
        );
        return refusal is not null ? refusal
            : taken is not null ? taken
            : Refusal.Invalid("upload-without-files", "file");
    }

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
                out var refusal
            )
        )
        {
            return refusal;
        }

        if (!(await JsonBody.ReadAsync<FileClosing>(request, cancellationToken)).Succeeded(out var file, out refusal))
        {
            return refusal;
        }

        file = file with { Name = FileName.Clean(file.Name) };
        if (file.Size < 1)
        {
            return Refusal.Invalid("file-empty", file.Name, file.Name);
        }

        if (file.Size > reading.Value.FileBytes)
        {
            return UploadRules.TooLarge(file.Name, reading.Value);
        }

        var id = EvidenceId.Of(address, uploadId, 0);
        var known = await admission.KnownAsync(address, cancellationToken);
        return UploadAdmission.Add(known, id) is { } full
            ? full
            : await MakeAsync(address, id, file, request.GetCaller(), cancellationToken);
    }

    private async Task<Result<UploadedPart>> StageAsync(
        ProgressAddress address,
        EvidenceId id,
        int number,
        FileMultipartSection section,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        // One byte more tells that there are more.
        var buffer = new byte[EvidenceLimits.PartBytes + 1];
        var size = await section.FileStream!.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken);
        var name = FileName.Clean(section.FileName);
        if (size > EvidenceLimits.PartBytes)
        {
            var most = EvidenceLimits.PartBytes;
            return new Refusal("upload-part-too-large", StatusCodes.Status413PayloadTooLarge, name, name, most);
        }

        if (size == 0)
        {
            return Refusal.Invalid("file-empty", name, name);
        }

        var content = buffer.AsMemory(0, size);
        if (
            number == 1
            && UploadRules.CheckStart(content.Span[..Math.Min(size, FormatSniffer.EnoughBytes)], name) is { } no
        )
        {
            return no;
        }

        var part = PartId.Of(caller.Name, number, content.Span);
        await blocks.StageAsync(address, id, part, new MemoryStream(buffer, 0, size), cancellationToken);
        return new UploadedPart(number, size);
    }

    private async Task<Result<StoredEvidence>> MakeAsync(
        ProgressAddress address,
        EvidenceId id,
        FileClosing file,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var count = CountOf(file.Size);
        var there = (await blocks.ListAsync(address, id, cancellationToken))
            .Where(one => one.Part.IsBy(caller.Name) && one.Size == SizeOf(one.Part.Number, file.Size))
            .Select(one => one.Part)
            .OrderBy(part => part.Number)
            .ToList();
        var missing = Enumerable.Range(1, count).Except(there.Select(part => part.Number)).ToList();
        var isPlain = missing.Count == 0 && there.Count == count;
        var made = isPlain && await blocks.CommitAsync(address, id, file.Name, caller.Name, there, cancellationToken);
        // Also what an earlier request has made whose answer was lost.
        if (await blobs.DescribeAsync(address, id, cancellationToken) is not { } found)
        {
            // Where a part came with two contents, nobody can tell which one is the file's.
            return missing.Count > 0 ? Missing(file.Name, missing) : Refusal.Conflict("upload-id-reused", file.Name);
        }

        return
            made
            || (
                (found.Name, found.Size) == (file.Name, file.Size)
                && await blobs.HasAsync(address, id, there, cancellationToken)
            )
            ? await keeping.KeepAsync(found with { At = clock.GetUtcNow() }, cancellationToken)
            : Refusal.Conflict("upload-id-reused", file.Name);
    }

    private static int CountOf(long size) => (int)((size + EvidenceLimits.PartBytes - 1) / EvidenceLimits.PartBytes);

    /// <returns>How many bytes the part of a file of that size has; less than 1 if it has no such part.</returns>
    private static long SizeOf(int number, long size) =>
        Math.Min(EvidenceLimits.PartBytes, size - ((number - 1L) * EvidenceLimits.PartBytes));

    private static Refusal Missing(string name, List<int> missing) =>
        Refusal.Conflict("upload-parts-missing", name) with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["missing"] = JsonSerializer.SerializeToElement(missing, Json.Options),
            },
        };
}
