using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Successors;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>
/// Checks a plan against the last report of the plan before, and takes what the secretariat says of each recommendation.
/// The audit is written last; a repeated request writes it again, with the instant that is stored, so that it is the
/// same entry.
/// </summary>
public sealed class RecommendationCheckHandler(
    PlanCache plans,
    LastReportReader reports,
    RecommendationChecksTable table,
    AuditTable audit,
    TimeProvider clock
)
{
    private const int MaxAttempts = 5;

    /// <param name="plan">The plan that is checked.</param>
    /// <param name="of">The plan before, which the caller may read.</param>
    public async Task<Result<RecommendationCheck>> CheckAsync(
        PlanId plan,
        PlanId of,
        CancellationToken cancellationToken
    )
    {
        if (
            !(await plans.GetAsync(plan, cancellationToken)).Succeeded(out var found, out var error)
            || !(await reports.ReadAsync(of, cancellationToken)).Succeeded(out var report, out error)
        )
        {
            return error;
        }

        var decisions = report.Period is { } period
            ? await table.ListAsync(plan, of, period, cancellationToken)
            : new Dictionary<RecommendationId, CheckDecision>();
        var all = CheckRules.Check(found, report.Plan, report.Recommendations, decisions);
        return new RecommendationCheck(
            of,
            report.Plan.Header.Name,
            report.Period,
            all.Count(one => one.State == CheckState.Open),
            all
        );
    }

    /// <inheritdoc cref="CheckAsync"/>
    /// <param name="id">The recommendation.</param>
    /// <param name="seen">The version that the caller saw; 0 if nothing was said of it.</param>
    /// <returns>The recommendation as it is now.</returns>
    public async Task<Result<CheckedRecommendation>> DecideAsync(
        PlanId plan,
        PlanId of,
        RecommendationId id,
        int seen,
        CheckRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (
            !(await plans.GetAsync(plan, cancellationToken)).Succeeded(out var found, out var error)
            || !(await reports.ReadAsync(of, cancellationToken)).Succeeded(out var report, out error)
        )
        {
            return error;
        }

        if (
            report.Period is not { } period
            || report.Recommendations.FirstOrDefault(one => one.Id == id) is not { } recommendation
        )
        {
            return Error.NotFound("recommendation-unknown", id);
        }

        var address = new CheckAddress(plan, of, period, id);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var current = await table.FindAsync(address, cancellationToken);
            var decided = CheckRules.Decide(current?.Decision, seen, request, caller, clock.GetUtcNow());
            if (!decided.Succeeded(out var next, out error))
            {
                return error;
            }

            // Another has written since: the next attempt says so, or finds that it was this same request.
            if (next == current?.Decision || await table.TryWriteAsync(address, next, current?.ETag, cancellationToken))
            {
                await AuditAsync(address, next, cancellationToken);
                var decisions = new Dictionary<RecommendationId, CheckDecision> { [id] = next };
                return CheckRules.Check(found, report.Plan, [recommendation], decisions).Single();
            }
        }

        return Error.Conflict("edit-busy");
    }

    private Task AuditAsync(CheckAddress address, CheckDecision decision, CancellationToken cancellationToken) =>
        audit.AddAsync(
            new AuditEntry(
                address.Plan,
                $"checkRecommendation|{address.Key}|{decision.Version}",
                decision.At,
                decision.By,
                "checkRecommendation",
                address.Key.Replace('|', ' '),
                decision.Note,
                Details: $"{decision.State}"
            ),
            cancellationToken
        );
}
