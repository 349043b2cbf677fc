using Avance.Functions.Findings;
using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>Reads from the tables how periods stand.</summary>
public sealed class Situations(PlanCache plans, Standings standings, FindingsTable findings, RemindersTable reminders)
{
    /// <param name="withFindings">False leaves them out: they are no reason for a reminder.</param>
    public async Task<Result<Situation>> ReadAsync(
        PlanId id,
        Period period,
        bool withFindings,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out var refusal))
        {
            return refusal;
        }

        return plan.ReportedPeriods.FirstOrDefault(one => one.Id == period) is { } known
            ? await ReadAsync(plan, known, withFindings, cancellationToken)
            : Refusal.NotFound("period-unknown", period, id);
    }

    public async Task<Situation> ReadAsync(
        Plan plan,
        ReportingPeriod period,
        bool withFindings,
        CancellationToken cancellationToken
    )
    {
        var planned = reminders.ReadAsync(plan, period.Id, cancellationToken);
        var standing = await standings.ReadAsync(plan.Id, period.Id, cancellationToken);
        var raised = withFindings
            ? await findings
                .ListAsync(plan.Id, period.Id, cancellationToken)
                .Select(stored => stored.Finding)
                .ToListAsync(cancellationToken)
            : [];
        return new Situation(plan, period, standing, Debts.Of(plan, period.Id, standing, raised), await planned);
    }
}
