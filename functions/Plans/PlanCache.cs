using Microsoft.Extensions.Caching.Memory;

namespace Avance.Functions.Plans;

/// <summary>
/// Plans in memory. Each use costs one point read, which tells whether the plan has changed: a submission never goes by
/// a plan that is out of date, and reads it again only then. A plan takes about 200 KB, and those used
/// least give way.
/// </summary>
public sealed class PlanCache(PlansTable table) : IDisposable
{
    /// <summary>How many plans are kept.</summary>
    private const int Capacity = 100;

    private static readonly MemoryCacheEntryOptions OnePlan = new() { Size = 1 };
    private readonly MemoryCache plans = new(new MemoryCacheOptions { SizeLimit = Capacity });

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

        if (!plans.TryGetValue<StoredPlan>(id, out var stored) || stored!.ETag != etag)
        {
            stored = await table.FindAsync(id, cancellationToken);
            if (stored is null)
            {
                return Refusal.NotFound("plan-not-found", id);
            }

            plans.Set(id, stored, OnePlan);
        }

        return stored;
    }

    public void Dispose() => plans.Dispose();
}
