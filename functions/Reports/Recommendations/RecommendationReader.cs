using Avance.Functions.Findings;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Evaluations;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>Reads what is recommended in a period.</summary>
public sealed class RecommendationReader(
    PlanCache plans,
    ProgressTable progress,
    FindingsTable findings,
    EvaluationTable evaluations,
    RecommendationsTable table
)
{
    /// <summary>As the plan, its progress, its findings and its evaluations are now.</summary>
    public async Task<Result<PeriodRecommendations>> FindAsync(
        PlanId planId,
        Period period,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var sent = await progress.SentForAsync(found.Plan, period.Year, cancellationToken);
        var stored = await findings.ListAsync(planId, period, cancellationToken).ToListAsync(cancellationToken);
        return await ReadAsync(
            found.Plan,
            ReportCompiler.Evaluate(found.Plan, period, sent),
            stored.ConvertAll(one => one.Finding),
            EvaluationNote.Of(await evaluations.ListAsync(planId, period, cancellationToken)),
            cancellationToken
        );
    }

    /// <summary>With figures and findings that are at hand.</summary>
    /// <inheritdoc cref="RecommendationRules.Draft"/>
    /// <param name="cancellationToken">Stops reading what people made of the drafts.</param>
    public async Task<PeriodRecommendations> ReadAsync(
        Plan plan,
        PlanResult result,
        IReadOnlyCollection<Finding> findings,
        IEnumerable<EvaluationNote> notes,
        CancellationToken cancellationToken
    )
    {
        var (edits, order) = await table.ReadAsync(plan.Id, result.Period, cancellationToken);
        var drafts = RecommendationRules.Draft(plan, result, findings, notes);
        return new PeriodRecommendations(plan, result.Period, drafts, edits.ToValueList(), order);
    }
}
