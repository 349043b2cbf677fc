using Avance.Functions.Evidence.Facts;
using Avance.Functions.Evidence.Proofs;
using Avance.Functions.Evidence.Reading;
using Avance.Functions.Evidence.Similarity;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>
/// Reads one uploaded file and keeps what it says. An event is a hint: what has been read is not read again unless that
/// is asked for, and a run that died half-way is repeated with the same result. Each step (index, facts, state, check)
/// may be repeated, and the state comes last but one: a file whose facts are not kept is still to be read.
/// </summary>
public sealed partial class EvidenceReading(
    PlanCache plans,
    EvidenceTable table,
    EvidenceBlobs blobs,
    FactBlobs facts,
    ProofIndex index,
    EvidenceQueue queue,
    CheckQueue checks,
    DocumentReader reader,
    TimeProvider clock,
    ILogger<EvidenceReading> logger
)
{
    /// <param name="again">True reads also what has been read, if by other versions of the readers.</param>
    /// <returns>False if there is no such file, or nothing was left to do.</returns>
    /// <exception cref="EvidenceToolException">A program failed in a way that says nothing about the file: try again.</exception>
    public async Task<bool> ReadAsync(
        ProgressAddress address,
        EvidenceId id,
        CancellationToken cancellationToken,
        bool again = false
    )
    {
        // A crash between the blob and its row leaves a blob that only this finds.
        var file =
            await table.FindAsync(address, id, cancellationToken) ?? await AdoptAsync(address, id, cancellationToken);
        if (file is null or { State: EvidenceState.Withdrawn })
        {
            return false;
        }

        if (!file.IsPending && !(again && file.ReadWith != reader.Generation))
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

            await ReadFileAsync(file, path, cancellationToken);
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
            && await table.TrySetStateAsync(file, EvidenceState.Unreadable, "", cancellationToken) is not null
        )
        {
            Log.GaveUp(logger, address.Plan, address.Period, address.Activity, id);
        }

        await checks.AskAsync(address, cancellationToken);
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

    private async Task ReadFileAsync(StoredEvidence file, string path, CancellationToken cancellationToken)
    {
        var (address, id) = (file.Address, file.Id);
        // What is kept of an earlier run: its first pages, or what another version read.
        var before =
            file.State == EvidenceState.Received ? null : await facts.ReadAsync(address, id, cancellationToken);
        var begun = file.State == EvidenceState.Reading && before is { NextPage: not null } ? before : null;
        if (file.State != EvidenceState.Reading)
        {
            if (
                await table.TrySetStateAsync(file, EvidenceState.Reading, file.ReadWith, cancellationToken)
                is not { } marked
            )
            {
                // Another run has begun, or the unit has taken the file back.
                return;
            }

            file = marked;
        }

        var reading = await reader.ReadAsync(path, file.Name, cancellationToken, begun?.NextPage ?? 1);
        var documents = reading.All().ToList();
        if (documents.Find(document => IsTrouble(document, ReadTrouble.ToolFailed)) is { } failed)
        {
            throw new EvidenceToolException($"{failed.Reader}: {failed.Outcome}");
        }

        var unitOfMeasure = await UnitOfMeasureAsync(address, cancellationToken);
        var read = new EvidenceFacts(
            (begun?.Documents ?? [])
                .Concat(documents.Select(document => Describe(document, unitOfMeasure)))
                .ToValueList(),
            (reading.Outcome as ReadOutcome.Read)?.NextPage
        );
        await index.ReplaceAsync(
            address.Plan,
            ProofList.OfFile(file, read),
            ProofList.OfFile(file, before),
            cancellationToken
        );
        await facts.KeepAsync(address, id, read, cancellationToken);
        if (read.NextPage is not null)
        {
            await queue.AskAsync(address, id, again: false, cancellationToken);
            return;
        }

        // What a missing program kept from being read is read again when it is there.
        var isFinal = !documents.Exists(document => IsTrouble(document, ReadTrouble.ToolMissing));
        var state = StateOf(read.Documents[0]);
        if (
            await table.TrySetStateAsync(file, state, isFinal ? reader.Generation : "", cancellationToken) is null
            && await table.FindAsync(address, id, cancellationToken) is { State: EvidenceState.Withdrawn }
        )
        {
            // Taken back meanwhile: whoever did that may have come before the index knew of it.
            await index.ReplaceAsync(address.Plan, [], ProofList.OfFile(file, read), cancellationToken);
        }

        await checks.AskAsync(address, cancellationToken);
        Log.Read(logger, address.Plan, address.Period, address.Activity, id, state, read.Documents.Count);
    }

    private async Task<string> UnitOfMeasureAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        (await plans.GetAsync(address.Plan, cancellationToken)).Value?.FindActivity(address.Activity)?.UnitOfMeasure
        ?? "";

    private static EvidenceState StateOf(DocumentFactsView file) =>
        file.Trouble switch
        {
            null => EvidenceState.Read,
            nameof(ReadTrouble.TypeNotAllowed) or nameof(ReadTrouble.MacrosNotAllowed) => EvidenceState.Rejected,
            _ => EvidenceState.Unreadable,
        };

    private static bool IsTrouble(DocumentReading document, ReadTrouble trouble) =>
        document.Outcome is ReadOutcome.Unreadable unreadable && unreadable.Trouble == trouble;

    internal static DocumentFactsView Describe(DocumentReading reading, string unitOfMeasure) =>
        new(
            reading.Path,
            reading.Name,
            reading.Format,
            reading.NameMatches,
            reading.Reader,
            reading.ReaderVersion,
            (reading.Outcome as ReadOutcome.Unreadable)?.Trouble.ToString(),
            reading.Outcome is ReadOutcome.Read read ? FactExtractor.Extract(read.Text, unitOfMeasure) : null
        )
        {
            Sketch = reading.Outcome is ReadOutcome.Read { Text: var text }
                ? ContentSketch.Of(text)?.ToString() ?? ""
                : "",
        };

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
