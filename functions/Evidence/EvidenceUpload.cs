using System.Text.Json;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Avance.Functions.Telemetry;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Evidence;

/// <summary>
/// Takes the files of an upload one after another, straight from the request into the storage. A file counts once its
/// row is written; repeating an upload with the same id completes it and makes no second copy.
/// </summary>
public sealed class EvidenceUpload(
    UploadAdmission admission,
    UploadForm form,
    EvidenceBlobs blobs,
    EvidenceRecorder recorder,
    IOptions<ReadingOptions> reading,
    TimeProvider clock
)
{
    /// <summary>The id of the upload: made by the client, the same for each try.</summary>
    public const string UploadIdHeader = "X-Upload-Id";

    private const int BufferBytes = 16 * 1024;

    /// <summary>Returns the files of the upload in their order, or the error that stopped it with the files that arrived before.</summary>
    public async Task<Result<ValueList<StoredEvidence>>> TakeAsync(
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

        var files = new List<StoredEvidence>();
        ISet<EvidenceId>? existing = null;
        error = await form.ReadAsync(
            request,
            async part =>
            {
                existing ??= await admission.ListFileIdsAsync(address, cancellationToken);
                return await TakeAsync(
                    address,
                    uploadId,
                    part,
                    request.GetCaller(),
                    existing,
                    files,
                    cancellationToken
                );
            },
            cancellationToken
        );
        return error is { Code: "upload-not-multipart" } ? error
            : error is not null ? Stopped(error, files)
            : files.Count == 0 ? Error.Invalid("upload-without-files", "file")
            : files.ToValueList();
    }

    private async Task<Error?> TakeAsync(
        ProgressAddress address,
        Guid uploadId,
        FileMultipartSection part,
        Caller caller,
        ISet<EvidenceId> existing,
        List<StoredEvidence> files,
        CancellationToken cancellationToken
    )
    {
        if (files.Count == EvidenceLimits.MaxFilesPerUpload)
        {
            var most = EvidenceLimits.MaxFilesPerUpload;
            return new Error("upload-too-many-files", StatusCodes.Status413PayloadTooLarge, null, most);
        }

        var id = EvidenceId.Of(address, uploadId, files.Count);
        if (UploadAdmission.Add(existing, id) is { } full)
        {
            return full;
        }

        var name = FileName.Clean(part.FileName);
        var stored = await StoreAsync(address, id, name, part.FileStream!, caller, cancellationToken);
        if (!stored.Succeeded(out var file, out var error))
        {
            return error;
        }

        files.Add(await recorder.RecordAsync(file, cancellationToken));
        return null;
    }

    private async Task<Result<StoredEvidence>> StoreAsync(
        ProgressAddress address,
        EvidenceId id,
        string name,
        Stream content,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        using var span = Traces.Start("store evidence").Tag(address)?.SetTag(SpanTags.Evidence, id.ToString());
        await using var buffered = new BufferedReadStream(content, BufferBytes);
        await buffered.EnsureBufferedAsync(FormatSniffer.EnoughBytes, cancellationToken);
        if (UploadRules.CheckStart(buffered.BufferedData, name) is { } error)
        {
            return error;
        }

        await using var hashing = new HashingStream(buffered, reading.Value.FileBytes);
        bool stored;
        try
        {
            stored = await blobs.StoreAsync(address, id, name, caller.Name, hashing, cancellationToken);
        }
        catch (FileTooLargeException)
        {
            return UploadRules.TooLarge(name, reading.Value);
        }

        var file = new StoredEvidence(
            address,
            id,
            name,
            hashing.Count,
            hashing.Sha256(),
            caller.Name,
            clock.GetUtcNow(),
            EvidenceState.Received
        )
        {
            TraceParent = Traces.Current,
        };
        return stored || await blobs.HashAsync(address, id, cancellationToken) == file.Sha256
            ? file
            : Error.Conflict("upload-id-reused", name);
    }

    private static Error Stopped(Error error, List<StoredEvidence> files) =>
        error with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["received"] = JsonSerializer.SerializeToElement(files.ConvertAll(EvidenceView.Of), Json.Options),
            },
        };
}
