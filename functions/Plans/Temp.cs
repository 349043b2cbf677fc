#pragma warning disable CA1822, IDE0060
namespace Avance.Functions.Plans;

public sealed class PlanCache
{
    public Task<Result<Plan>> GetAsync(PlanId id, CancellationToken c) => throw new InvalidOperationException();
}

public sealed class PlansTable
{
    public IAsyncEnumerable<PlanId> ListIdsAsync(CancellationToken c) => throw new InvalidOperationException();
}
