using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Plans;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>
/// Reads one uploaded file and stores its facts. An event is a hint: a file that has been read is read again only on request,
/// and a run that died half-way is repeated with the same result. Each step (facts, index, state, examination) may be
/// repeated. The state is set after the index, so that a file missing in the index is still pending.
/// </summary>
public sealed partial class EvidenceReading(
    PlanCache plans,
    EvidenceTable table,
    EvidenceBlobs blobs,
    FactBlobs facts,
    FactStore store,
    EvidenceQueue queue,
    ExaminationQueue examinations,
    DocumentReader reader,
    ReadingSlots slots,
    TimeProvider clock,
    ILogger<EvidenceReading> logger
)
{
    // A reading that takes less is not shown as such: setting the state costs a request.
    private static readonly TimeSpan QuickReadTime = TimeSpan.FromSeconds(1);

    // How long a file waits in the queue when all reading slots of the instance are taken.
    private static readonly TimeSpan BusyDelay = TimeSpan.FromSeconds(30);

    /// <param name="again">True also rereads a file that other versions of the readers have read.</param>
    /// <returns>False if there is no such file, nothing was left to do, or no slot was free and the file waits in the queue.</returns>
    /// <exception cref="EvidenceToolException">A tool failed for a reason that is not the file's: try again.</exception>
    public async Task<bool> ReadAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken,
        bool again = false
    )
    {
        // First of all: the row may change while this waits for a slot.
        using var slot = await slots.TryTakeAsync(cancellationToken);
        if (slot is null)
        {
            // Queued again rather than failed: after five failures the file would be given up.
            await queue.EnqueueAsync(address, id, again, cancellationToken, BusyDelay);
            return false;
        }

        // A crash between the blob and its row leaves a blob without a row, which is repaired here.
        var file =
            await table.FindAsync(address, id, cancellationToken) ?? await AdoptAsync(address, id, cancellationToken);
        return file is not null
            && await Traces.ContinueAsync(
                "read evidence",
                file.TraceParent,
                address,
                () => ReadAsync(file, again, cancellationToken)
            );
    }

    private async Task<bool> ReadAsync(StoredEvidence file, bool again, CancellationToken cancellationToken)
    {
        var (address, id) = (file.Address, file.Id);
        if (file.State == EvidenceState.Withdrawn)
        {
            // A run that died may have added the file to the index after it was withdrawn.
            await store.UnindexAsync(file, await facts.ReadAsync(address, id, cancellationToken), cancellationToken);
            return false;
        }

        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out _))
        {
            // A plan that is being restored comes after its files: the sweep takes them up.
            return false;
        }

        var unitOfMeasure = plan.FindActivity(address.Activity)?.UnitOfMeasure ?? "";
        var isStale = file.State == EvidenceState.Unreadable || file.ReadWith != reader.GenerationFor(unitOfMeasure);
        if (!file.IsPending && !(again && isStale))
        {
            // The run that read it may have died before it requested the examination.
            await examinations.EnqueueAsync(address, cancellationToken);
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("avance-evidence-");
        try
        {
            var path = Path.Combine(folder.FullName, "file");
            if (!await blobs.CopyAsync(address, id, path, cancellationToken))
            {
                return false;
            }

            await ReadFileAsync(file, path, unitOfMeasure, cancellationToken);
            return true;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<StoredEvidence?> AdoptAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        if (await blobs.DescribeAsync(address, id, cancellationToken) is not { } found)
        {
            return null;
        }

        var file = found with { At = clock.GetUtcNow() };
        await table.TryAddAsync(file, cancellationToken);
        return await table.FindAsync(address, id, cancellationToken);
    }

    private async Task ReadFileAsync(
        StoredEvidence file,
        string path,
        string unitOfMeasure,
        CancellationToken cancellationToken
    )
    {
        var (address, id) = (file.Address, file.Id);
        // Facts of an earlier run: the first pages, or those of another version of the readers.
        var previous =
            file.State == EvidenceState.Received ? null : await facts.ReadAsync(address, id, cancellationToken);
        var unfinished = file.State == EvidenceState.Reading && previous is { NextPage: not null } ? previous : null;
        if (await ReadAsync(file, path, unfinished?.NextPage ?? 1, cancellationToken) is not var (marked, reading))
        {
            // Another run has begun, or the unit has withdrawn the file.
            return;
        }

        file = marked;
        var documents = reading.All().ToList();
        if (documents.Find(document => IsTrouble(document, ReadTrouble.ToolFailed)) is { } failed)
        {
            throw new EvidenceToolException($"{failed.Reader}: {failed.Outcome}");
        }

        var read = new EvidenceFacts(
            (unfinished?.Documents ?? [])
                .Concat(documents.Select(document => ExtractedDocument.Of(document, unitOfMeasure)))
                .ToValueList(),
            (reading.Outcome as ReadOutcome.Read)?.NextPage
        );
        var isKept = await store.TrySaveAsync(file, read, previous, cancellationToken);
        // A file that needs a missing tool keeps no version, so that it is reread once the tool is installed.
        var isFinal = !documents.Exists(document => IsTrouble(document, ReadTrouble.ToolMissing));
        var readWith = isFinal ? reader.GenerationFor(unitOfMeasure) : "";
        // Reading tells the next run to continue where this one ended.
        var (state, with) = read.NextPage is null
            ? (StateOf(read.Documents[0]), readWith)
            : (EvidenceState.Reading, file.ReadWith);
        var next = file with { Summary = CompressedSummary.Of(read.Documents) };
        if (isKept && await table.TrySetStateAsync(next, state, with, cancellationToken) is not null)
        {
            Traces.Tag(SpanTags.EvidenceState, state.ToString());
            Log.Read(logger, address.Plan, address.Period, address.Activity, id, state, read.Documents.Count);
        }
        else if (await table.FindAsync(address, id, cancellationToken) is { State: EvidenceState.Withdrawn } withdrawn)
        {
            // Withdrawn meanwhile, perhaps before the file was in the index.
            var indexed = isKept ? read : await facts.ReadAsync(address, id, cancellationToken);
            await store.UnindexAsync(withdrawn, indexed, cancellationToken);
            await RequestExaminationAsync(address, cancellationToken);
            return;
        }
        else if (!isKept)
        {
            // Another run overtook this one, and continues.
            return;
        }

        if (read.NextPage is not null)
        {
            await queue.EnqueueAsync(address, id, again: false, cancellationToken);
            return;
        }

        await RequestExaminationAsync(address, cancellationToken);
    }

    /// <summary>Reads the file, and sets its state to Reading if that takes long.</summary>
    /// <returns>Null if the row has changed since it was loaded.</returns>
    private async Task<(StoredEvidence File, DocumentReading Reading)?> ReadAsync(
        StoredEvidence file,
        string path,
        int firstPage,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = reader.ReadAsync(path, file.Name, stop.Token, firstPage);
        try
        {
            if (!await IsQuickAsync(file, reading, stop.Token))
            {
                var marked = await table.TrySetStateAsync(
                    file with
                    {
                        ReadingSince = clock.GetUtcNow(),
                    },
                    EvidenceState.Reading,
                    file.ReadWith,
                    cancellationToken
                );
                return marked is null ? null : (marked, await reading);
            }

            return (file, await reading);
        }
        finally
        {
            // The reading must end before its folder is deleted.
            await stop.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsQuickAsync(StoredEvidence file, Task reading, CancellationToken cancellationToken) =>
        file.State == EvidenceState.Received
        && await Task.WhenAny(reading, Task.Delay(QuickReadTime, clock, cancellationToken)) == reading;

    /// <summary>Requests the examination of the claim, unless other files of it are awaited: the run that reads the last one requests it.</summary>
    private async Task RequestExaminationAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await table.ListAsync(address, cancellationToken).AnyAsync(file => file.IsAwaited(now), cancellationToken))
        {
            await examinations.EnqueueAsync(address, cancellationToken);
        }
    }

    private static EvidenceState StateOf(ExtractedDocument file) =>
        file.Trouble switch
        {
            null => EvidenceState.Read,
            nameof(ReadTrouble.TypeNotAllowed) or nameof(ReadTrouble.MacrosNotAllowed) => EvidenceState.Rejected,
            _ => EvidenceState.Unreadable,
        };

    private static bool IsTrouble(DocumentReading document, ReadTrouble trouble) =>
        document.Outcome is ReadOutcome.Unreadable unreadable && unreadable.Trouble == trouble;

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "{Plan} {Period} activity {Activity}: file {Id} is {State}, {Documents} documents."
        )]
        public static partial void Read(
            ILogger logger,
            PlanId plan,
            Period period,
            ActivityNumber activity,
            EvidenceId id,
            EvidenceState state,
            int documents
        );

        [LoggerMessage(2, LogLevel.Error, "{Plan} {Period} activity {Activity}: file {Id} was given up.")]
        public static partial void GaveUp(
            ILogger logger,
            PlanId plan,
            Period period,
            ActivityNumber activity,
            EvidenceId id
        );
    }
}
