using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>Makes a stored file count: its row is written, and who sent it is noted. Doing so again changes nothing.</summary>
public sealed partial class EvidenceRecorder(
    EvidenceTable table,
    EvidenceAudit audit,
    EvidenceRestoring restoring,
    ILogger<EvidenceRecorder> logger
)
{
    /// <returns>The file as its row says: a file that was withdrawn and is sent again is back.</returns>
    public async Task<StoredEvidence> KeepAsync(StoredEvidence file, CancellationToken cancellationToken)
    {
        var (address, id) = (file.Address, file.Id);
        var kept = await table.TryAddAsync(file, cancellationToken)
            ? file
            : await restoring.RestoreAsync((await table.FindAsync(address, id, cancellationToken))!, cancellationToken);
        await audit.SentAsync(kept, cancellationToken);
        Log.Received(logger, address.Plan, address.Period, address.Activity, id, kept.Size);
        return kept;
    }

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
