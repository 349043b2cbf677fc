using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage.Queues;

namespace Avance.Functions.Evidence;

/// <summary>Withdraws a file that was uploaded by mistake, as long as no submission lists it. The file is kept, but counts as no evidence.</summary>
public sealed class EvidenceWithdrawal(
    ReportedActivityReader activities,
    ISubmissionLocks submissions,
    EvidenceRestoring restoring,
    EvidenceTable table,
    FactBlobs facts,
    FactStore store,
    ExaminationQueue examinations,
    EvidenceAudit audit,
    TimeProvider clock
)
{
    /// <summary>Returns the withdrawn file. A repetition changes nothing.</summary>
    public async Task<Result<StoredEvidence>> WithdrawAsync(
        ProgressAddress address,
        string id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (
            !(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out var reported, out var error)
        )
        {
            return error;
        }

        if (
            !EvidenceId.TryParse(id, null, out var evidence)
            || await table.FindAsync(address, evidence, cancellationToken) is not { } file
        )
        {
            return Error.NotFound("evidence-unknown", address.Activity, address.Period);
        }

        if (PeriodRules.CheckOpen(reported.Period, clock.GetUtcNow()) is { } closed)
        {
            return closed;
        }

        if (await IsSentAsync(address, reported, evidence, cancellationToken))
        {
            return Error.Conflict("evidence-sent", address.Activity);
        }

        if (file.State != EvidenceState.Withdrawn)
        {
            var changed = file with { WithdrawnAt = clock.GetUtcNow() };
            if (
                await table.TrySetStateAsync(changed, EvidenceState.Withdrawn, "", cancellationToken)
                is not { } withdrawn
            )
            {
                return Error.Conflict("evidence-busy", file.Name);
            }

            // A submission of the same moment may list the file, which then stays. The submission checks for withdrawn files in turn.
            if (await IsSentAsync(address, reported, evidence, cancellationToken))
            {
                await restoring.RestoreAsync(withdrawn, cancellationToken);
                return Error.Conflict("evidence-sent", address.Activity);
            }

            file = withdrawn;
        }

        var read = await facts.ReadAsync(address, evidence, cancellationToken);
        await store.UnindexAsync(file, read, cancellationToken);
        await examinations.EnqueueAsync(address, cancellationToken);
        await audit.WithdrawnAsync(file, caller, cancellationToken);
        return file;
    }

    /// <summary>True if a submission that is not returned lists the file.</summary>
    private async Task<bool> IsSentAsync(
        ProgressAddress address,
        ReportedActivity reported,
        EvidenceId id,
        CancellationToken cancellationToken
    )
    {
        var locked = await submissions.FindAsync(address, reported, cancellationToken);
        return locked?.Manifest.Contains(id) == true;
    }
}
