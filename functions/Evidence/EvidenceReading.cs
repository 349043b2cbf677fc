using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Plans;
using Avance.Functions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>
/// Reads one uploaded file and keeps what it says. An event is a hint: what has been read is not read again unless that
/// is asked for, and a run that died half-way is repeated with the same result. Each step (facts, index, state, check)
/// may be repeated, and the state comes last but one: a file that is not in the index is still to be read.
/// </summary>
public sealed partial class EvidenceReading(
    PlanCache plans,
    EvidenceTable table,
    EvidenceBlobs blobs,
    FactBlobs facts,
    FactStore keeping,
    EvidenceQueue queue,
    ExaminationQueue checks,
    DocumentReader reader,
    ReadingSlots slots,
    TimeProvider clock,
    ILogger<EvidenceReading> logger
)
{
    // Nobody sees that a file is being read for less, and each word about it costs a request.
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(1);

    // How long a file waits in the queue when the instance reads as many as it can carry.
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(30);

    /// <param name="again">True reads also what has been read, if by other versions of the readers.</param>
    /// <returns>False if there is no such file, nothing was left to do, or others are being read and it waits in the queue.</returns>
    /// <exception cref="EvidenceToolException">A program failed in a way that says nothing about the file: try again.</exception>
    public async Task<bool> ReadAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken,
        bool again = false
    )
    {
        // Before anything is looked at: much may have happened once it is this one's turn.
        using var slot = await slots.TryTakeAsync(cancellationToken);
        if (slot is null)
        {
            // Asked for again later, which is no failure: five of those would give the file up.
            await queue.AskAsync(address, id, again, cancellationToken, Busy);
            return false;
        }

        // A crash between the blob and its row leaves a blob that only this finds.
        var file =
            await table.FindAsync(address, id, cancellationToken) ?? await AdoptAsync(address, id, cancellationToken);
        if (file is null)
        {
            return false;
        }

        if (file.State == EvidenceState.Withdrawn)
        {
            // The run that died may have put it into the index after it was withdrawn.
            await keeping.ForgetAsync(file, await facts.ReadAsync(address, id, cancellationToken), cancellationToken);
            return false;
        }

        var unitOfMeasure = await UnitOfMeasureAsync(address, cancellationToken);
        var isStale = file.State == EvidenceState.Unreadable || file.ReadWith != reader.MarkFor(unitOfMeasure);
        if (!file.IsPending && !(again && isStale))
        {
            // The run that read it may have died before it asked.
            await checks.AskAsync(address, cancellationToken);
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

    /// <summary>After the last try: the file is kept, and people are told that it could not be read.</summary>
    public async Task GiveUpAsync(ProgressAddress address, EvidenceId id, CancellationToken cancellationToken)
    {
        if (
            await table.FindAsync(address, id, cancellationToken) is { IsPending: true } file
            && await table.TrySetStateAsync(
                file,
                await LeftAsync(file, cancellationToken),
                file.ReadWith,
                cancellationToken
            )
                is not null
        )
        {
            Log.GaveUp(logger, address.Plan, address.Period, address.Activity, id);
        }

        await checks.AskAsync(address, cancellationToken);
    }

    /// <summary>What other versions of the readers have read stays true; what was never read to its end is unreadable.</summary>
    private async Task<EvidenceState> LeftAsync(StoredEvidence file, CancellationToken cancellationToken) =>
        file.ReadWith.Length > 0
        && await facts.ReadAsync(file.Address, file.Id, cancellationToken)
            is { NextPage: null, Documents: [var first, ..] }
            ? StateOf(first)
            : EvidenceState.Unreadable;

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
        // What is kept of an earlier run: its first pages, or what another version read.
        var before =
            file.State == EvidenceState.Received ? null : await facts.ReadAsync(address, id, cancellationToken);
        var begun = file.State == EvidenceState.Reading && before is { NextPage: not null } ? before : null;
        if (await ReadAsync(file, path, begun?.NextPage ?? 1, cancellationToken) is not var (marked, reading))
        {
            // Another run has begun, or the unit has taken the file back.
            return;
        }

        file = marked;
        var documents = reading.All().ToList();
        if (documents.Find(document => IsTrouble(document, ReadTrouble.ToolFailed)) is { } failed)
        {
            throw new EvidenceToolException($"{failed.Reader}: {failed.Outcome}");
        }

        var read = new EvidenceFacts(
            (begun?.Documents ?? [])
                .Concat(documents.Select(document => ExtractedDocument.Of(document, unitOfMeasure)))
                .ToValueList(),
            (reading.Outcome as ReadOutcome.Read)?.NextPage
        );
        var isKept = await keeping.TryKeepAsync(file, read, before, cancellationToken);
        if (await table.FindAsync(address, id, cancellationToken) is { State: EvidenceState.Withdrawn } withdrawn)
        {
            // Taken back meanwhile: whoever did that may have come before the index knew of it.
            var indexed = isKept ? read : await facts.ReadAsync(address, id, cancellationToken);
            await keeping.ForgetAsync(withdrawn, indexed, cancellationToken);
            await AskAsync(address, cancellationToken);
            return;
        }

        if (!isKept)
        {
            // Another run overtook this one, and goes on.
            return;
        }

        file = file with { Summary = PackedSummary.Of(read.Documents) };
        if (read.NextPage is not null)
        {
            // The next run begins where this one ended only if the row says so.
            await table.TrySetStateAsync(file, EvidenceState.Reading, file.ReadWith, cancellationToken);
            await queue.AskAsync(address, id, again: false, cancellationToken);
            return;
        }

        // What a missing program kept from being read is read again when it is there.
        var isFinal = !documents.Exists(document => IsTrouble(document, ReadTrouble.ToolMissing));
        var state = StateOf(read.Documents[0]);
        await table.TrySetStateAsync(file, state, isFinal ? reader.MarkFor(unitOfMeasure) : "", cancellationToken);
        await AskAsync(address, cancellationToken);
        Log.Read(logger, address.Plan, address.Period, address.Activity, id, state, read.Documents.Count);
    }

    /// <summary>Reads the file, and says that it is being read if that takes long.</summary>
    /// <returns>Null if somebody else has said something of it since.</returns>
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
            // Its file is about to be deleted.
            await stop.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsQuickAsync(StoredEvidence file, Task reading, CancellationToken cancellationToken) =>
        file.State == EvidenceState.Received
        && await Task.WhenAny(reading, Task.Delay(Unseen, clock, cancellationToken)) == reading;

    /// <summary>Has the claim examined, unless files of it are still to be read: whoever reads the last one asks.</summary>
    private async Task AskAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await table.ListAsync(address, cancellationToken).AnyAsync(file => file.IsAwaited(now), cancellationToken))
        {
            await checks.AskAsync(address, cancellationToken);
        }
    }

    private async Task<string> UnitOfMeasureAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        (await plans.GetAsync(address.Plan, cancellationToken)).Value?.FindActivity(address.Activity)?.UnitOfMeasure
        ?? "";

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
