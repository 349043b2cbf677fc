using Avance.Functions.Access;
using Avance.Functions.Evidence.Proofs;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Evidence;

/// <summary>Takes back a file that was uploaded by mistake, as long as it was not sent: it is kept, and proves nothing.</summary>
public sealed class EvidenceWithdrawal(
    PlanCache plans,
    ProgressTable progress,
    EvidenceRestoring restoring,
    EvidenceTable table,
    FactBlobs facts,
    ProofIndex index,
    CheckQueue checks,
    AuditTable audit,
    BusinessCalendar calendar,
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
        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out var refusal))
        {
            return refusal;
        }

        if (
            plan.FindActivity(address.Activity) is not { } activity
            || !caller.MayReadProgressOf(address.Plan, activity.ResponsibleUnit)
            || plan.FindPeriod(address.Period) is not { } period
        )
        {
            return Refusal.NotFound("activity-unknown", address.Activity, address.Plan);
        }

        if (
            !EvidenceId.TryParse(id, null, out var evidence)
            || await table.FindAsync(address, evidence, cancellationToken) is not { } file
        )
        {
            return Refusal.NotFound("evidence-unknown", address.Activity, address.Period);
        }

        if (ProgressRules.CheckPeriod(period.In(calendar), clock.GetUtcNow()) is { } closed)
        {
            return closed;
        }

        if (await IsSentAsync(address, evidence, cancellationToken))
        {
            return Refusal.Conflict("evidence-sent", address.Activity);
        }

        if (file.State != EvidenceState.Withdrawn)
        {
            if (await table.TrySetStateAsync(file, EvidenceState.Withdrawn, "", cancellationToken) is not { } withdrawn)
            {
                return Refusal.Conflict("evidence-busy", file.Name);
            }

            // Somebody may have sent it at the same moment: then it stays. The submission looks after us in turn.
            if (await IsSentAsync(address, evidence, cancellationToken))
            {
                await restoring.RestoreAsync(withdrawn, cancellationToken);
                return Refusal.Conflict("evidence-sent", address.Activity);
            }
        }

        var read = await facts.ReadAsync(address, evidence, cancellationToken);
        await index.ReplaceAsync(address.Plan, [], ProofList.OfFile(file, read), cancellationToken);
        await checks.AskAsync(address, cancellationToken);
        await audit.AddAsync(
            new AuditEntry(
                address.Plan,
                $"withdrawEvidence|{evidence}",
                clock.GetUtcNow(),
                caller.Name,
                "withdrawEvidence",
                $"{address.Period}|{address.Activity.Key}|{evidence}"
            ),
            cancellationToken
        );
        return file with { State = EvidenceState.Withdrawn };
    }

    /// <summary>True if what is sent now, and not returned, names the file.</summary>
    private async Task<bool> IsSentAsync(ProgressAddress address, EvidenceId id, CancellationToken cancellationToken)
    {
        var versions = await progress.VersionsAsync(address, cancellationToken);
        return versions.Count > 0
            && ProgressRules.CheckEditable(versions[^1].State) is not null
            && versions[^1].Evidence.Any(file => file.Id == id);
    }
}
