using System.Buffers;
using System.Globalization;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence;

/// <summary>
/// Takes a large file in parts, each in a request of its own, which may be repeated. The file does not exist until
/// <see cref="EvidenceAssembly"/> makes it of them.
/// </summary>
public sealed class EvidenceParts(
    UploadAdmission admission,
    UploadForm form,
    EvidenceBlocks blocks,
    IOptions<ReadingOptions> reading
)
{
    private int MaxParts => EvidenceLimits.PartsOf(reading.Value.FileBytes);

    // A file may change while it is sent: up to two contents of each part are stored.
    private int MaxStagedParts => 2 * MaxParts;

    /// <param name="number">The part's place in the file, from 1.</param>
    /// <param name="request">A form with the part, under the name of the file.</param>
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
                out var error
            )
        )
        {
            return error;
        }

        if (!int.TryParse(number, NumberStyles.None, null, out var place) || place < 1 || place > MaxParts)
        {
            return Error.Invalid("upload-part-number", "part", MaxParts, reading.Value.FileMegabytes);
        }

        var id = EvidenceId.Of(address, uploadId, 0);
        var staged = await blocks.ListAsync(address, id, cancellationToken);
        if (await CheckRoomAsync(address, id, staged.Count == 0, cancellationToken) is { } full)
        {
            return full;
        }

        // Pooled, so that consecutive parts share one buffer. A part that fills its last byte is too large.
        var buffer = ArrayPool<byte>.Shared.Rent(EvidenceLimits.PartBytes + 1);
        var content = ReadOnlyMemory<byte>.Empty;
        error = await form.ReadAsync(
            request,
            async section =>
                !content.IsEmpty ? Error.Invalid("upload-part-not-alone", "file")
                : (await ReadAsync(section, place, buffer, cancellationToken)).Succeeded(out content, out var refused)
                    ? null
                : refused,
            cancellationToken
        );
        if (error is not null || content.IsEmpty)
        {
            return error ?? Error.Invalid("upload-without-files", "file");
        }

        var part = PartId.Of(request.GetCaller().Name, place, content.Span);
        if (staged.Count >= MaxStagedParts && !staged.Any(one => one.Part.ToBlockId() == part.ToBlockId()))
        {
            return Error.Conflict("upload-parts-too-many", reading.Value.FileMegabytes);
        }

        await using var stream = BinaryData.FromBytes(content).ToStream();
        await blocks.StageAsync(address, id, part, stream, cancellationToken);
        // Not returned after a failure: an abandoned request may still be writing to it.
        ArrayPool<byte>.Shared.Return(buffer);
        return new UploadedPart(place, content.Length);
    }

    /// <summary>
    /// The storage keeps parts of an unfinished upload for a week. Until then it counts as a file, so that the limit of files
    /// bounds unfinished uploads too.
    /// </summary>
    /// <returns>Null if the activity may have the file.</returns>
    private async Task<Error?> CheckRoomAsync(
        ProgressAddress address,
        EvidenceId id,
        bool begins,
        CancellationToken cancellationToken
    )
    {
        var existing = await admission.ListFileIdsAsync(address, cancellationToken);
        if (begins)
        {
            existing.UnionWith(await blocks.ListIncompleteAsync(address, cancellationToken));
        }

        return UploadAdmission.Add(existing, id);
    }

    /// <returns>The content of the part, never empty.</returns>
    private static async Task<Result<ReadOnlyMemory<byte>>> ReadAsync(
        FileMultipartSection section,
        int number,
        byte[] buffer,
        CancellationToken cancellationToken
    )
    {
        const int most = EvidenceLimits.PartBytes;
        var size = await section.FileStream!.ReadAtLeastAsync(
            buffer.AsMemory(0, most + 1),
            most + 1,
            false,
            cancellationToken
        );
        var name = FileName.Clean(section.FileName);
        if (size > most)
        {
            return new Error("upload-part-too-large", StatusCodes.Status413PayloadTooLarge, name, name, most);
        }

        if (size == 0)
        {
            return Error.Invalid("file-empty", name, name);
        }

        var start = buffer.AsMemory(0, Math.Min(size, FormatSniffer.EnoughBytes));
        return number == 1 && UploadRules.CheckStart(start.Span, name) is { } error
            ? error
            : new ReadOnlyMemory<byte>(buffer, 0, size);
    }
}
