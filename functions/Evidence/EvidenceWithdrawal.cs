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
    EvidenceTable table,
    FactBlobs facts,
    ProofIndex index,
    CheckQueue checks,
    AuditTable audit,
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

        if (ProgressRules.CheckPeriod(period, clock.GetUtcNow()) is { } closed)
        {
            return closed;
        }

        var versions = await progress.VersionsAsync(address, cancellationToken);
        if (versions.Count > 0 && versions[^1].State is not (ProgressState.Draft or ProgressState.Returned))
        {
            return Refusal.Conflict("evidence-sent", address.Activity);
        }

        if (file.State != EvidenceState.Withdrawn)
        {
            var withdrawn = await table.TrySetStateAsync(file, EvidenceState.Withdrawn, "", cancellationToken);
            if (withdrawn is null)
            {
                return Refusal.Conflict("evidence-busy", file.Name);
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
}
