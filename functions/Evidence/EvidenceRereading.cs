using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Evidence;

/// <summary>Queues the evidence of a period to be reread by the present readers.</summary>
public sealed class EvidenceRereading(
    PlanCache plans,
    EvidenceTable table,
    EvidenceQueue queue,
    EvidenceAudit audit,
    DocumentReader reader
)
{
    /// <summary>Queues the files that were read by other versions of the readers or for another unit of measure, or that were unreadable.</summary>
    public async Task<Result<Rereading>> EnqueueAsync(
        PlanId planId,
        Period period,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        await audit.RereadRequestedAsync(planId, period, caller, cancellationToken);
        var plan = found.Plan;
        var asked = 0;
        var kept = 0;
        await foreach (var file in table.ListAsync(planId, period, cancellationToken))
        {
            var unitOfMeasure = plan.FindActivity(file.Address.Activity)?.UnitOfMeasure ?? "";
            var isRead = file.State != EvidenceState.Unreadable && file.ReadWith == reader.GenerationFor(unitOfMeasure);
            if (file.State == EvidenceState.Withdrawn || isRead)
            {
                kept++;
                continue;
            }

            await queue.EnqueueAsync(file.Address, file.Id, again: true, cancellationToken);
            asked++;
        }

        return new Rereading(asked, kept);
    }
}
