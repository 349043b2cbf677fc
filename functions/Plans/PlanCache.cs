using System.Collections.Concurrent;

namespace Avance.Functions.Plans;

/// <summary>
/// Plans in memory. Each use costs one point read, which tells whether the plan has changed: a submission never goes by
/// a plan that is out of date, and never reads its two hundred rows either.
/// </summary>
public sealed class PlanCache(PlansTable table)
{
    private readonly ConcurrentDictionary<PlanId, StoredPlan> plans = new();

    /// <summary>The plan as it is now.</summary>
    public async Task<Result<Plan>> GetAsync(PlanId id, CancellationToken cancellationToken) =>
        (await GetStoredAsync(id, cancellationToken)).Succeeded(out var stored, out var refusal)
            ? stored.Plan
            : refusal;

    /// <summary>The plan as it is now, with its revision.</summary>
    public async Task<Result<StoredPlan>> GetStoredAsync(PlanId id, CancellationToken cancellationToken)
    {
        if (await table.FindETagAsync(id, cancellationToken) is not { } etag)
        {
            return Refusal.NotFound("plan-not-found", id);
        }

        if (!plans.TryGetValue(id, out var stored) || stored.ETag != etag)
        {
            stored = await table.FindAsync(id, cancellationToken);
            if (stored is null)
            {
                return Refusal.NotFound("plan-not-found", id);
            }

            plans[id] = stored;
        }

        return stored.IsImporting ? PlanRefusals.Importing() : stored;
    }
}
