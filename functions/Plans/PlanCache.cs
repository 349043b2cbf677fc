using System.Collections.Concurrent;
using Avance.Functions.Http;
using Avance.Functions.Plans.WorkPlans;
using Microsoft.Extensions.Caching.Memory;

namespace Avance.Functions.Plans;

/// <summary>
/// Plans in memory. Each use costs one point read of the plan's ETag; the plan is read again only if that has changed,
/// so no submission is checked against an outdated plan. A plan takes about 200 KB; the least used are evicted.
/// </summary>
public sealed class PlanCache(PlansTable table) : IDisposable
{
    /// <summary>How many plans are kept.</summary>
    private const int Capacity = 100;

    private static readonly MemoryCacheEntryOptions OnePlan = new() { Size = 1 };
    private readonly ConcurrentDictionary<(PlanId, string), Lazy<Task<StoredPlan?>>> loading = new();
    private readonly MemoryCache plans = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>The plan as it is now.</summary>
    public async Task<Result<Plan>> GetAsync(PlanId id, CancellationToken cancellationToken) =>
        (await GetStoredAsync(id, cancellationToken)).Succeeded(out var stored, out var error) ? stored.Plan : error;

    /// <summary>The plan as it is now, and that period of it.</summary>
    public async Task<Result<(Plan Plan, ReportingPeriod Period)>> GetPeriodAsync(
        PlanId id,
        Period period,
        CancellationToken cancellationToken
    )
    {
        if (!(await GetAsync(id, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        return plan.FindPeriod(period) is { } found ? (plan, found) : Error.NotFound("period-unknown", period, id);
    }

    /// <summary>The plan as it is now, with its revision.</summary>
    public async Task<Result<StoredPlan>> GetStoredAsync(PlanId id, CancellationToken cancellationToken) =>
        await FindStoredAsync(id, cancellationToken) is { } stored
            ? await ResolveAsync(stored, cancellationToken)
            : Error.NotFound("plan-not-found", id);

    /// <summary>
    /// A plan that was read from the table, with what its rules mean now: which bodies owe a product of a work plan depends on
    /// the policy that it names.
    /// </summary>
    public async Task<StoredPlan> ResolveAsync(StoredPlan stored, CancellationToken cancellationToken)
    {
        if (stored.Plan.WorkPlan is not { } work)
        {
            return stored;
        }

        var policy = work.Policy is { } named ? await FindStoredAsync(named, cancellationToken) : null;
        return stored with { Plan = WorkPlanRules.Resolve(stored.Plan, policy?.Plan) };
    }

    public void Dispose() => plans.Dispose();

    private async Task<StoredPlan?> FindStoredAsync(PlanId id, CancellationToken cancellationToken) =>
        await table.FindETagAsync(id, cancellationToken) is { } etag
            ? Find(id, etag) ?? await LoadAsync(id, etag, cancellationToken)
            : null;

    private StoredPlan? Find(PlanId id, string etag) =>
        plans.TryGetValue<StoredPlan>(id, out var stored) && stored!.ETag == etag ? stored : null;

    /// <summary>Requests for the same state of a plan share one read.</summary>
    private async Task<StoredPlan?> LoadAsync(PlanId id, string etag, CancellationToken cancellationToken)
    {
        var state = (id, etag);
        var load = loading.GetOrAdd(state, _ => new Lazy<Task<StoredPlan?>>(() => ReadAsync(id, etag)));
        try
        {
            return await load.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            loading.TryRemove(KeyValuePair.Create(state, load));
        }
    }

    // Not cancellable: other requests may wait for the same read.
    private async Task<StoredPlan?> ReadAsync(PlanId id, string etag)
    {
        var stored = Find(id, etag) ?? await table.FindAsync(id, CancellationToken.None);
        return stored is null ? null : plans.Set(id, stored, OnePlan);
    }
}
