using Microsoft.Extensions.Logging;

namespace Avance.Functions.Evidence;

/// <summary>Writes the row of a stored file and records the upload in the audit. A repetition changes nothing.</summary>
public sealed partial class EvidenceRecorder(
    EvidenceTable table,
    EvidenceAudit audit,
    EvidenceRestoring restoring,
    ILogger<EvidenceRecorder> logger
)
{
    /// <returns>The file as its row has it. A withdrawn file that is sent again is restored.</returns>
    public async Task<StoredEvidence> RecordAsync(StoredEvidence file, CancellationToken cancellationToken)
    {
        var (address, id) = (file.Address, file.Id);
        var recorded = await table.TryAddAsync(file, cancellationToken)
            ? file
            : await restoring.RestoreAsync((await table.FindAsync(address, id, cancellationToken))!, cancellationToken);
        await audit.UploadedAsync(recorded, cancellationToken);
        Log.Received(logger, address.Plan, address.Period, address.Activity, id, recorded.Size);
        return recorded;
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
