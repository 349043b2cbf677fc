using Avance.Functions.Evidence.Facts;
using Avance.Functions.Evidence.Reading;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>
/// Reads one uploaded file and keeps what it says. A blob event is a hint: what has been read is not read again, and a
/// run that died half-way is repeated with the same result.
/// </summary>
public sealed partial class EvidenceReading(
    PlanCache plans,
    EvidenceTable table,
    EvidenceBlobs blobs,
    FactBlobs facts,
    DocumentReader reader,
    TimeProvider clock,
    ILogger<EvidenceReading> logger
)
{
    /// <returns>False if there is no such file, or nothing was left to do.</returns>
    public async Task<bool> ReadAsync(ProgressAddress address, EvidenceId id, CancellationToken cancellationToken)
    {
        // A crash between the blob and its row leaves a blob that only this finds.
        var file =
            await table.FindAsync(address, id, cancellationToken) ?? await AdoptAsync(address, id, cancellationToken);
        if (file is null or { State: not EvidenceState.Received })
        {
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

            var read = await ReadFileAsync(file, path, cancellationToken);
            await facts.KeepAsync(address, id, read, cancellationToken);
            var state = read.Documents[0].Trouble switch
            {
                null => EvidenceState.Read,
                nameof(ReadTrouble.TypeNotAllowed) or nameof(ReadTrouble.MacrosNotAllowed) => EvidenceState.Rejected,
                _ => EvidenceState.Unreadable,
            };
            await table.SetStateAsync(address, id, state, cancellationToken);
            Log.Read(logger, address.Plan, address.Period, address.Activity, id, state, read.Documents.Count);
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
        if (await table.FindAsync(address, id, cancellationToken) is { State: EvidenceState.Received })
        {
            await table.SetStateAsync(address, id, EvidenceState.Unreadable, cancellationToken);
            Log.GaveUp(logger, address.Plan, address.Period, address.Activity, id);
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

    private async Task<EvidenceFacts> ReadFileAsync(
        StoredEvidence file,
        string path,
        CancellationToken cancellationToken
    )
    {
        var unitOfMeasure =
            (await plans.GetAsync(file.Address.Plan, cancellationToken))
                .Value?.FindActivity(file.Address.Activity)
                ?.UnitOfMeasure
            ?? "";
        var documents = new List<DocumentFactsView>();
        int? page = 1;
        while (page is { } first)
        {
            var reading = await reader.ReadAsync(path, file.Name, cancellationToken, first);
            documents.AddRange(reading.All().Select(document => Describe(document, unitOfMeasure)));
            page = (reading.Outcome as ReadOutcome.Read)?.NextPage;
        }

        return new EvidenceFacts(documents.ToValueList());
    }

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
        );

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
