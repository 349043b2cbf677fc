using System.Buffers;
using System.Globalization;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence;

/// <summary>
/// Takes a large file in parts, each in a request of its own, which may be repeated. Nothing of it is there before
/// <see cref="EvidenceAssembly"/> makes the file of them.
/// </summary>
public sealed class EvidenceParts(
    UploadAdmission admission,
    UploadForm form,
    EvidenceBlocks blocks,
    IOptions<ReadingOptions> reading
)
{
    private int MostParts => EvidenceLimits.PartsOf(reading.Value.FileBytes);

    // Each with two contents: a file may change while it is sent.
    private int MostKept => 2 * MostParts;

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
                out var error
            )
        )
        {
            return error;
        }

        if (!int.TryParse(number, NumberStyles.None, null, out var place) || place < 1 || place > MostParts)
        {
            return Error.Invalid("upload-part-number", "part", MostParts, reading.Value.FileMegabytes);
        }

        var id = EvidenceId.Of(address, uploadId, 0);
        var there = await blocks.ListAsync(address, id, cancellationToken);
        if (await CheckRoomAsync(address, id, there.Count == 0, cancellationToken) is { } full)
        {
            return full;
        }

        // Shared by all parts that come one after another: each would be garbage of its own otherwise. One byte more tells
        // that there are more.
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
        if (there.Count >= MostKept && !there.Any(one => one.Part.ToBlockId() == part.ToBlockId()))
        {
            return Error.Conflict("upload-parts-too-many", reading.Value.FileMegabytes);
        }

        await using var stream = BinaryData.FromBytes(content).ToStream();
        await blocks.StageAsync(address, id, part, stream, cancellationToken);
        // Not after a failure: a request that was given up may still be reading it.
        ArrayPool<byte>.Shared.Return(buffer);
        return new UploadedPart(place, content.Length);
    }

    /// <summary>
    /// Parts that are never made a file are kept for a week. An upload that has begun counts as a file until then: there
    /// cannot be more of them than files.
    /// </summary>
    /// <returns>Null if the activity may have the file.</returns>
    private async Task<Error?> CheckRoomAsync(
        ProgressAddress address,
        EvidenceId id,
        bool begins,
        CancellationToken cancellationToken
    )
    {
        var known = await admission.KnownAsync(address, cancellationToken);
        if (begins)
        {
            known.UnionWith(await blocks.BegunAsync(address, cancellationToken));
        }

        return UploadAdmission.Add(known, id);
    }

    /// <returns>The content of the part: at least one byte.</returns>
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
