using System.Text.Json;
using Avance.Functions.Access;
using Avance.Functions.Evidence.Reading;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Evidence;

/// <summary>
/// Takes the files of an upload one after another, straight from the request into the storage. A file counts once its
/// row is written; repeating an upload with the same id completes it and makes no second copy.
/// </summary>
public sealed partial class EvidenceUpload(
    ReportedActivities activities,
    EvidenceBlobs blobs,
    EvidenceTable table,
    ProgressTable progress,
    EvidenceAudit audit,
    EvidenceRestoring restoring,
    IOptions<ReadingOptions> reading,
    TimeProvider clock,
    ILogger<EvidenceUpload> logger
)
{
    /// <summary>Names the upload: made by the client, the same for each try.</summary>
    public const string UploadIdHeader = "X-Upload-Id";

    private const int BufferBytes = 16 * 1024;

    /// <summary>The files of the upload, in their order; or why it was stopped, with the files that had arrived before.</summary>
    public async Task<Result<ValueList<StoredEvidence>>> TakeAsync(
        ProgressAddress address,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (await RefuseAsync(address, request.GetCaller(), cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!Guid.TryParse(request.Headers[UploadIdHeader], out var uploadId) || uploadId == Guid.Empty)
        {
            return Refusal.Invalid("upload-id-missing", UploadIdHeader);
        }

        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary
        )
        {
            return new Refusal("upload-not-multipart", StatusCodes.Status415UnsupportedMediaType);
        }

        var files = new List<StoredEvidence>();
        try
        {
            refusal = await TakeAllAsync(address, uploadId, boundary, request, files, cancellationToken);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            refusal = new Refusal("upload-too-large", StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // The body ends early, or is no form at all.
            refusal = new Refusal("upload-malformed", StatusCodes.Status400BadRequest);
        }

        return refusal is not null ? Stopped(refusal, files)
            : files.Count == 0 ? Refusal.Invalid("upload-without-files", "file")
            : files.ToValueList();
    }

    /// <returns>Why it was stopped; null at the end.</returns>
    private async Task<Refusal?> TakeAllAsync(
        ProgressAddress address,
        Guid uploadId,
        string boundary,
        HttpRequest request,
        List<StoredEvidence> files,
        CancellationToken cancellationToken
    )
    {
        var known = await table
            .ListAsync(address, cancellationToken)
            .Where(file => file.State != EvidenceState.Withdrawn)
            .Select(file => file.Id)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is not { } part)
            {
                continue;
            }

            if (files.Count == EvidenceLimits.MaxFilesPerUpload)
            {
                var most = EvidenceLimits.MaxFilesPerUpload;
                return new Refusal("upload-too-many-files", StatusCodes.Status413PayloadTooLarge, null, most);
            }

            // What was uploaded before and comes again is no more than there was.
            var id = EvidenceId.Of(address, uploadId, files.Count);
            if (known.Add(id) && known.Count > EvidenceLimits.MaxFilesPerActivity)
            {
                return Refusal.Conflict("evidence-too-many-files", EvidenceLimits.MaxFilesPerActivity);
            }

            var name = FileName.Clean(part.FileName);
            var caller = request.GetCaller();
            var taken = await TakeFileAsync(address, id, name, part.FileStream!, caller, cancellationToken);
            if (!taken.Succeeded(out var file, out var refusal))
            {
                return refusal;
            }

            await audit.SentAsync(file, cancellationToken);
            files.Add(file);
            Log.Received(logger, address.Plan, address.Period, address.Activity, id, file.Size);
        }

        return null;
    }

    private async Task<Refusal?> RefuseAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (
            !(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(
                out var reported,
                out var refusal
            )
        )
        {
            return refusal;
        }

        if (ProgressRules.CheckPeriod(reported.Period, clock.GetUtcNow()) is { } closed)
        {
            return closed;
        }

        // What comes after the submission would be in no manifest, and prove nothing.
        var latest = await progress.ReadAsync(address, reported.KnownYears, cancellationToken);
        return latest.Progress is { } version ? ProgressRules.CheckEditable(version.State) : null;
    }

    private async Task<Result<StoredEvidence>> TakeFileAsync(
        ProgressAddress address,
        EvidenceId id,
        string name,
        Stream content,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        await using var buffered = new BufferedReadStream(content, BufferBytes);
        await buffered.EnsureBufferedAsync(FormatSniffer.EnoughBytes, cancellationToken);
        if (buffered.BufferedData.Count == 0)
        {
            return Refusal.Invalid("file-empty", name, name);
        }

        if (FormatSniffer.IsNeverEvidence(buffered.BufferedData, name))
        {
            return new Refusal("upload-type-not-allowed", StatusCodes.Status415UnsupportedMediaType, name, name);
        }

        await using var hashing = new HashingStream(buffered, reading.Value.FileBytes);
        bool stored;
        try
        {
            stored = await blobs.StoreAsync(address, id, name, caller.Name, hashing, cancellationToken);
        }
        catch (FileTooLargeException)
        {
            return new Refusal(
                "file-too-large",
                StatusCodes.Status413PayloadTooLarge,
                name,
                name,
                reading.Value.FileMegabytes
            );
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
        );
        if (!stored && await blobs.HashAsync(address, id, cancellationToken) != file.Sha256)
        {
            return Refusal.Conflict("upload-id-reused", name);
        }

        return await table.TryAddAsync(file, cancellationToken)
            ? file
            // A file that was withdrawn and is sent again is back.
            : await restoring.RestoreAsync((await table.FindAsync(address, id, cancellationToken))!, cancellationToken);
    }

    private static Refusal Stopped(Refusal refusal, List<StoredEvidence> files) =>
        refusal with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["received"] = JsonSerializer.SerializeToElement(files.ConvertAll(EvidenceView.Of), Json.Options),
            },
        };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Plan} {Period} activity {Activity}: file {Id}, {Bytes} bytes.")]
        public static partial void Received(
            ILogger logger,
            PlanId plan,
            Period period,
            ActivityNumber activity,
            EvidenceId id,
            long bytes
        );
    }
}
