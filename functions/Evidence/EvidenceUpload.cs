using Avance.Functions.Access;
using Avance.Functions.Evidence.Reading;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Evidence;

/// <summary>
/// Takes the files of an upload one after another, straight from the request into the storage. A file counts once its
/// row is written; repeating an upload with the same id completes it and makes no second copy.
/// </summary>
public sealed partial class EvidenceUpload(
    PlanCache plans,
    EvidenceBlobs blobs,
    EvidenceTable table,
    EvidenceAudit audit,
    EvidenceQueue queue,
    BusinessCalendar calendar,
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
            || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary
        )
        {
            return new Refusal("upload-not-multipart", StatusCodes.Status415UnsupportedMediaType);
        }

        var reader = new MultipartReader(boundary, request.Body);
        var files = new List<StoredEvidence>();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is not { } part)
            {
                continue;
            }

            if (files.Count == EvidenceLimits.MaxFilesPerUpload)
            {
                return Stopped(
                    new Refusal(
                        "upload-too-many-files",
                        StatusCodes.Status413PayloadTooLarge,
                        null,
                        EvidenceLimits.MaxFilesPerUpload
                    ),
                    files
                );
            }

            var id = EvidenceId.Of(address, uploadId, files.Count);
            var name = FileName.Clean(part.FileName);
            var taken = await TakeFileAsync(
                address,
                id,
                name,
                part.FileStream!,
                request.GetCaller(),
                cancellationToken
            );
            if (!taken.Succeeded(out var file, out refusal))
            {
                return Stopped(refusal, files);
            }

            await audit.SentAsync(file, cancellationToken);
            files.Add(file);
            Log.Received(logger, address.Plan, address.Period, address.Activity, id, file.Size);
        }

        return files.Count == 0 ? Refusal.Invalid("upload-without-files", "file") : files.ToValueList();
    }

    private async Task<Refusal?> RefuseAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out var refusal))
        {
            return refusal;
        }

        if (
            plan.FindActivity(address.Activity) is not { } activity
            || !caller.MayReadProgressOf(address.Plan, activity.ResponsibleUnit)
        )
        {
            return Refusal.NotFound("activity-unknown", address.Activity, address.Plan);
        }

        if (plan.FindPeriod(address.Period) is not { } period)
        {
            return Refusal.NotFound("period-unknown", address.Period, address.Plan);
        }

        return ProgressRules.CheckPeriod(period.In(calendar), clock.GetUtcNow())
            ?? await CheckCountAsync(address, cancellationToken);
    }

    private async Task<Refusal?> CheckCountAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        var most = EvidenceLimits.MaxFilesPerActivity;
        var count = await table
            .ListAsync(address, cancellationToken)
            .CountAsync(file => file.State != EvidenceState.Withdrawn, cancellationToken);
        return count >= most ? Refusal.Conflict("evidence-too-many-files", most) : null;
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

        await using var hashing = new HashingStream(buffered, EvidenceLimits.MaxFileBytes);
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
                EvidenceLimits.MaxFileBytes / 1_048_576
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
            : await RestoreAsync((await table.FindAsync(address, id, cancellationToken))!, cancellationToken);
    }

    /// <summary>A file that was withdrawn and is sent again is back.</summary>
    private async Task<StoredEvidence> RestoreAsync(StoredEvidence file, CancellationToken cancellationToken)
    {
        if (file.State != EvidenceState.Withdrawn)
        {
            return file;
        }

        var restored = await table.TrySetStateAsync(file, EvidenceState.Received, "", cancellationToken);
        await queue.AskAsync(file.Address, file.Id, again: false, cancellationToken);
        return restored ?? file;
    }

    private static Refusal Stopped(Refusal refusal, List<StoredEvidence> files) =>
        refusal with
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["received"] = files.ConvertAll(EvidenceView.Of),
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
