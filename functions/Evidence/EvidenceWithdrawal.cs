using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage.Queues;

namespace Avance.Functions.Evidence;

/// <summary>Takes back a file that was uploaded by mistake, as long as it was not sent: it is kept, and proves nothing.</summary>
public sealed class EvidenceWithdrawal(
    ReportedActivityReader activities,
    ISubmissionLocks submissions,
    EvidenceRestoring restoring,
    EvidenceTable table,
    FactBlobs facts,
    FactStore keeping,
    ExaminationQueue checks,
    EvidenceAudit audit,
    TimeProvider clock
)
{
    /// <summary>The file as it is then. Doing it twice is the same as once.</summary>
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
            var taken = file with { WithdrawnAt = clock.GetUtcNow() };
            if (
                await table.TrySetStateAsync(taken, EvidenceState.Withdrawn, "", cancellationToken) is not { } withdrawn
            )
            {
                return Error.Conflict("evidence-busy", file.Name);
            }

            // Somebody may have sent it at the same moment: then it stays. The submission looks after us in turn.
            if (await IsSentAsync(address, reported, evidence, cancellationToken))
            {
                await restoring.RestoreAsync(withdrawn, cancellationToken);
                return Error.Conflict("evidence-sent", address.Activity);
            }

            file = withdrawn;
        }

        var read = await facts.ReadAsync(address, evidence, cancellationToken);
        await keeping.ForgetAsync(file, read, cancellationToken);
        await checks.AskAsync(address, cancellationToken);
        await audit.WithdrawnAsync(file, caller, cancellationToken);
        return file;
    }

    /// <summary>True if what is sent now, and not returned, names the file.</summary>
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
