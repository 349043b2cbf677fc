using Avance.Functions.Findings;
using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>Reads the state of periods from the tables.</summary>
public sealed class PeriodStatusReader(
    PlanCache plans,
    ActivityProgressStatusReader statuses,
    FindingsTable findings,
    RemindersTable reminders
)
{
    /// <param name="withFindings">False leaves them out: they are no reason for a reminder.</param>
    public async Task<Result<PeriodStatus>> ReadAsync(
        PlanId id,
        Period period,
        bool withFindings,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        return plan.ReportedPeriods.FirstOrDefault(one => one.Id == period) is { } known
            ? await ReadAsync(plan, known, withFindings, cancellationToken)
            : Error.NotFound("period-unknown", period, id);
    }

    public async Task<PeriodStatus> ReadAsync(
        Plan plan,
        ReportingPeriod period,
        bool withFindings,
        CancellationToken cancellationToken
    )
    {
        var planned = reminders.ReadAsync(plan, period.Id, cancellationToken);
        var status = await statuses.ReadAsync(plan.Id, period.Id, cancellationToken);
        var raised = withFindings
            ? await findings
                .ListAsync(plan.Id, period.Id, cancellationToken)
                .Select(stored => stored.Finding)
                .ToListAsync(cancellationToken)
            : [];
        return new PeriodStatus(
            plan,
            period,
            status,
            OutstandingWorkRules.Of(plan, period.Id, status, raised),
            await planned
        );
    }
}
