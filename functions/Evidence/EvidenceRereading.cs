using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Evidence;

/// <summary>Asks for the evidence of a period to be read again by the readers as they are now.</summary>
public sealed class EvidenceRereading(
    PlanCache plans,
    EvidenceTable table,
    EvidenceQueue queue,
    EvidenceAudit audit,
    DocumentReader reader
)
{
    /// <summary>How many files were asked for: those that other versions of the readers read, or for another unit of measure, or that none could.</summary>
    public async Task<Result<Rereading>> AskAsync(
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

        await audit.RereadingAskedAsync(planId, period, caller, cancellationToken);
        var plan = found.Plan;
        var asked = 0;
        var kept = 0;
        await foreach (var file in table.ListAsync(planId, period, cancellationToken))
        {
            var unitOfMeasure = plan.FindActivity(file.Address.Activity)?.UnitOfMeasure ?? "";
            var isRead = file.State != EvidenceState.Unreadable && file.ReadWith == reader.MarkFor(unitOfMeasure);
            if (file.State == EvidenceState.Withdrawn || isRead)
            {
                kept++;
                continue;
            }

            await queue.AskAsync(file.Address, file.Id, again: true, cancellationToken);
            asked++;
        }

        return new Rereading(asked, kept);
    }
}
