using Avance.Functions.Http;

namespace Avance.Functions.Plans;

/// <summary>Answers questions about plans.</summary>
public sealed class PlanQueries(PlansTable table, PlanCache plans, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>The plans that the caller may see, by id.</summary>
    public async Task<IReadOnlyList<PlanSummary>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Role != Role.NationalSecretariat)
        {
            var own = await Task.WhenAll(caller.Plans.Select(id => table.FindSummaryAsync(id, cancellationToken)));
            return [.. own.OfType<PlanSummary>().OrderBy(plan => plan.Id.ToString(), StringComparer.Ordinal)];
        }

        var all = new List<PlanSummary>();
        await foreach (var plan in table.ListAsync(cancellationToken))
        {
            all.Add(plan);
        }

        return [.. all.OrderBy(plan => plan.Id.ToString(), StringComparer.Ordinal)];
    }

    public async Task<Result<PlanView>> FindAsync(PlanId id, CancellationToken cancellationToken) =>
        (await plans.GetStoredAsync(id, cancellationToken)).Succeeded(out var stored, out var error)
            ? PlanView.Of(stored, calendar, clock.GetUtcNow())
            : error;

    /// <summary>The activities of a unit, of a period's year, or all of them.</summary>
    public async Task<Result<ValueList<ActivityView>>> ActivitiesAsync(
        PlanId id,
        string? unit,
        string? period,
        CancellationToken cancellationToken
    ) =>
        (await plans.GetStoredAsync(id, cancellationToken)).Succeeded(out var stored, out var error)
            ? ActivityView.Of(stored.Plan, unit, period)
            : error;
}
