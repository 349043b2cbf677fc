using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Backups;

/// <summary>Opens back-ups, and records who takes one.</summary>
public sealed class BackupHandler(
    PlanCache plans,
    PlanDataTable rows,
    PlanDataBlobs blobs,
    AuditTable audit,
    TimeProvider clock
)
{
    private const string Action = "backUpPlan";

    public async Task<Result<PlanBackup>> OpenAsync(PlanId plan, Caller caller, CancellationToken cancellationToken)
    {
        if (!(await plans.GetAsync(plan, cancellationToken)).Succeeded(out _, out var error))
        {
            return error;
        }

        // Before anything is sent: if it fails, the caller gets nothing.
        await audit.AddAsync(
            new AuditEntry(plan, $"{Action}|{Guid.NewGuid():N}", clock.GetUtcNow(), caller.Name, Action),
            cancellationToken
        );
        return new PlanBackup(rows, blobs, clock, plan);
    }
}
