namespace Avance.Functions.Reports.National;

/// <summary>Finds the plans whose rows have changed, and keeps count of them.</summary>
/// <param name="isAll">True takes each plan for changed.</param>
internal sealed class ChangedPlans(bool isAll)
{
    private readonly SortedSet<Period> periods = [];

    public int Read { get; private set; }

    public int Written { get; private set; }

    /// <summary>The semesters in which something has changed.</summary>
    public IReadOnlyCollection<Period> Periods => periods;

    public IReadOnlyList<PlanChange> Of(IReadOnlyList<(PlanReports Now, ConsolidatedPlan? Before)> plans)
    {
        var changes = plans
            .Select(plan => new PlanChange(plan.Now.Plan, NationalPlanRules.Of(plan.Now), plan.Before, isAll))
            .Where(change => change.Periods.Count > 0)
            .ToList();
        Read += plans.Count;
        Written += changes.Count;
        periods.UnionWith(changes.SelectMany(change => change.Periods));
        return changes;
    }
}
