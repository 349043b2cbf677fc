using Avance.Functions.Evidence;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.EvidenceArchives;

/// <summary>Opens archives of evidence, and records who does.</summary>
public sealed class EvidenceArchiveHandler(
    PlanCache plans,
    EvidenceTable table,
    EvidenceBlobs blobs,
    BusinessCalendar calendar,
    AuditTable audit,
    TimeProvider clock
)
{
    /// <param name="unit">A code or former code of a unit of the plan; null or empty for all units.</param>
    public async Task<Result<EvidenceArchive>> OpenAsync(
        PlanId planId,
        Period period,
        string? unit,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var wanted = string.IsNullOrEmpty(unit) ? null : found.Plan.FindUnit(unit);
        if (wanted is null && !string.IsNullOrEmpty(unit))
        {
            return Error.NotFound("unit-unknown", unit, planId);
        }

        // Before anything is sent: if it fails, the caller gets nothing.
        const string Action = "downloadEvidenceArchive";
        await audit.AddAsync(
            new AuditEntry(
                planId,
                $"{Action}|{Guid.NewGuid():N}",
                clock.GetUtcNow(),
                caller.Name,
                Action,
                wanted is null ? $"{period}" : $"{period} {wanted.Code}"
            ),
            cancellationToken
        );
        return new EvidenceArchive(table, blobs, calendar, found.Plan, period, wanted);
    }
}
