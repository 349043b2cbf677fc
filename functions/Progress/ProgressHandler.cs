using Avance.Functions.Evidence;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Progress;

/// <summary>
/// Takes submissions of units and decisions of the secretariat. A repeated request gets the first receipt.
/// </summary>
public sealed partial class ProgressHandler(
    ReportedActivityReader activities,
    ProgressTable table,
    EvidenceTable evidence,
    EvidenceRestoring restoring,
    ReceiptQueue receipts,
    ExaminationQueue examinations,
    BusinessCalendar calendar,
    TimeProvider clock,
    ILogger<ProgressHandler> logger
)
{
    /// <summary>Saves a draft or a submission.</summary>
    public async Task<Result<Receipt>> SaveAsync(
        ProgressAddress address,
        int expectedVersion,
        ProgressRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out var subject, out var error))
        {
            return error;
        }

        using var span = request.Action == ProgressAction.Submit ? Traces.Start("submit progress").Tag(address) : null;
        var uploaded = await UploadedAsync(address, request, cancellationToken);
        var result = await WriteAsync(
            address,
            subject,
            expectedVersion,
            request.SubmissionId,
            "submissionId",
            BodyHash.Of(request),
            request.Action == ProgressAction.Draft,
            current =>
                ProgressRules.Save(
                    subject.Period,
                    subject.Activity,
                    subject.Goals,
                    current,
                    expectedVersion,
                    request,
                    uploaded,
                    caller,
                    clock.GetUtcNow(),
                    subject.Plan.Header.Kind
                ),
            cancellationToken
        );
        if (result.Value is not null && request.Action == ProgressAction.Submit)
        {
            await RestoreSentAsync(address, uploaded, request, cancellationToken);
            await AnnounceAsync(address, cancellationToken);
        }

        return result;
    }

    /// <summary>The files that may be sent. Nothing is read for a draft that names none, or for an empty list.</summary>
    private async Task<IReadOnlyList<EvidenceEntry>> UploadedAsync(
        ProgressAddress address,
        ProgressRequest request,
        CancellationToken cancellationToken
    ) =>
        request is { Action: ProgressAction.Draft, Evidence: null } or { Evidence: [] }
            ? []
            : await evidence
                .ListAsync(address, cancellationToken)
                .Where(file => file.State != EvidenceState.Withdrawn)
                .OrderBy(file => file.At)
                .Select(file =>
                {
                    // It may have been uploaded on another day, in another trace.
                    Traces.Link(file.TraceParent);
                    return new EvidenceEntry(file.Id, file.Name, file.Size, file.Sha256);
                })
                .ToListAsync(cancellationToken);

    /// <summary>Restores files that were withdrawn while they were being sent: the manifest names them.</summary>
    private async Task RestoreSentAsync(
        ProgressAddress address,
        IReadOnlyList<EvidenceEntry> uploaded,
        ProgressRequest request,
        CancellationToken cancellationToken
    )
    {
        var sent = uploaded
            .Where(file => request.Evidence?.Contains(file.Id) ?? true)
            .Select(file => file.Id)
            .ToHashSet();
        if (sent.Count == 0)
        {
            return;
        }

        await foreach (var file in evidence.ListAsync(address, cancellationToken))
        {
            if (sent.Contains(file.Id))
            {
                await restoring.RestoreAsync(file, cancellationToken);
            }
        }
    }

    /// <summary>
    /// The submission is stored: if the queues cannot be reached now, timers find the missing receipt and examination.
    /// </summary>
    private async Task AnnounceAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        try
        {
            await receipts.EnqueueAsync(address, cancellationToken);
            await examinations.EnqueueAsync(address, cancellationToken);
        }
        catch (Exception error) when (StorageFailure.IsOutage(error))
        {
            Log.NotAsked(logger, address.Plan, address.Period, address.Activity, error.Message);
        }
    }

    /// <summary>Returns or accepts what a unit sent.</summary>
    public async Task<Result<Receipt>> ReviewAsync(
        ProgressAddress address,
        int expectedVersion,
        ReviewRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out var subject, out var error))
        {
            return error;
        }

        return await WriteAsync(
            address,
            subject,
            expectedVersion,
            request.ReviewId,
            "reviewId",
            BodyHash.Of(request),
            isDraft: false,
            current => ProgressRules.Review(current, expectedVersion, request, caller, clock.GetUtcNow()),
            cancellationToken
        );
    }

    /// <summary>The latest progress; its value is null if nothing has been saved.</summary>
    public async Task<Result<StoredProgress>> ReadAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        (await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out var subject, out var error)
            ? await table.ReadAsync(address, subject.KnownYears, cancellationToken)
            : error;

    /// <summary>All versions, the first one first.</summary>
    public async Task<Result<ValueList<ActivityProgress>>> VersionsAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        (await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out _, out var error)
            ? (await table.VersionsAsync(address, cancellationToken)).ToValueList()
            : error;

    private async Task<Result<Receipt>> WriteAsync(
        ProgressAddress address,
        ReportedActivity subject,
        int expectedVersion,
        Guid id,
        string idField,
        string bodyHash,
        bool isDraft,
        Func<ActivityProgress?, Result<ActivityProgress>> decide,
        CancellationToken cancellationToken
    )
    {
        if (id == Guid.Empty)
        {
            return Error.Invalid("submission-id-missing", idField);
        }

        // A caller who has seen no version only adds rows. If no others can exist, the write itself fails if any exist,
        // and no read is needed.
        var read =
            expectedVersion == 0 && subject.KnownYears.SequenceEqual(subject.GoalYears)
                ? StoredProgress.None
                : await table.ReadAsync(address, subject.KnownYears, cancellationToken);
        if (read.Draft is { } saved && saved.Id == id)
        {
            return Repeated(saved, bodyHash);
        }

        if (!decide(read.Progress).Succeeded(out var next, out var error))
        {
            // A rejected request may repeat an accepted one, from a client that never got the answer.
            return await FindRepeatedAsync(address, id, bodyHash, cancellationToken) ?? error;
        }

        next = next with { TraceParent = Traces.Current };
        var receipt = new Receipt(id, bodyHash, next.Version, next.State, next.Late, next.By, next.At);
        var outcome = isDraft
            ? await table.SaveDraftAsync(address.Plan, subject.GoalYears, read, next, receipt, cancellationToken)
            : await table.WriteAsync(address.Plan, subject.GoalYears, read, next, receipt, cancellationToken);
        if (outcome == WriteOutcome.Written)
        {
            Log.Written(logger, address.Plan, address.Period, address.Activity, next.Version, next.State);
            return receipt;
        }

        if (await FindRepeatedAsync(address, id, bodyHash, cancellationToken) is { } repeated)
        {
            return repeated;
        }

        var latest = await table.ReadAsync(address, subject.KnownYears, cancellationToken);
        return latest.Draft is { } draft && draft.Id == id
            ? Repeated(draft, bodyHash)
            : ProgressRules.Changed(latest.Progress?.Version ?? 0, expectedVersion);
    }

    /// <summary>The receipt given before, or the error of another body under the same id; null if the id is new.</summary>
    private async Task<Result<Receipt>?> FindRepeatedAsync(
        ProgressAddress address,
        Guid id,
        string bodyHash,
        CancellationToken cancellationToken
    ) =>
        await table.FindReceiptAsync(address, id, cancellationToken) is { } receipt
            ? Repeated(receipt, bodyHash)
            : null;

    private Result<Receipt> Repeated(Receipt receipt, string bodyHash) =>
        receipt.BodyHash == bodyHash ? receipt : Error.Conflict("submission-id-reused", calendar.ToLocal(receipt.At));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Plan} {Period} activity {Activity}: version {Version} is {State}.")]
        public static partial void Written(
            ILogger logger,
            PlanId plan,
            Period period,
            ActivityNumber activity,
            int version,
            ProgressState state
        );

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "{Plan} {Period} activity {Activity}: what follows a submission could not be asked for: {Error}"
        )]
        public static partial void NotAsked(
            ILogger logger,
            PlanId plan,
            Period period,
            ActivityNumber activity,
            string error
        );
    }
}
