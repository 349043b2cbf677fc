using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Reports.Successors;

/// <summary>Reads how a plan stands in its last report, as the plan and what was reported are now.</summary>
public sealed class LastReportReader(
    PlanCache plans,
    ProgressTable progress,
    RecommendationReader recommendations,
    TimeProvider clock
)
{
    public async Task<Result<LastReport>> ReadAsync(PlanId id, CancellationToken cancellationToken)
    {
        if (!(await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        var now = clock.GetUtcNow();
        if (plan.ReportedPeriods.LastOrDefault(period => period.StateAt(now) != PeriodState.NotOpen) is not { } last)
        {
            return new LastReport(plan, null, null, []);
        }

        var read = await recommendations.FindAsync(id, last.Id, cancellationToken);
        if (!read.Succeeded(out var all, out error))
        {
            return error;
        }

        var sent = await progress.SentAsync(id, last.Id.Year, cancellationToken).ToListAsync(cancellationToken);
        return new LastReport(
            plan,
            last.Id,
            ReportCompiler.Evaluate(plan, last.Id, sent),
            [.. all.Merge().Where(one => !one.IsDropped)]
        );
    }
}
