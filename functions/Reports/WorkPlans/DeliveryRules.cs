using Avance.Functions.Plans;
using Avance.Functions.Plans.WorkPlans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.WorkPlans;

/// <summary>What the bodies of a work plan owed in a period, and whether they delivered it. Pure.</summary>
public static class DeliveryRules
{
    /// <param name="sent">What was sent, of any period: that of the period counts.</param>
    /// <returns>In the plan's order; none if the plan is no work plan.</returns>
    public static ValueList<EvaluatedDelivery> Evaluate(Plan plan, Period period, IEnumerable<SentGoal> sent)
    {
        if (plan.WorkPlan is not { } work)
        {
            return [];
        }

        var counted = sent.Where(goal => goal.Period == period && goal.Counted is not null)
            .ToLookup(goal => goal.Activity);
        return work
            .Deliveries.Select(delivery => (Delivery: delivery, Activity: plan.FindActivity(delivery.Activity)!))
            .Where(owed => owed.Activity.Status == ActivityStatus.Active)
            .Where(owed => plan.GoalsOf(owed.Activity.Number, period).Any())
            .Select(owed =>
                Evaluate(work.FindProduct(owed.Delivery.Product)!, owed.Activity, [.. counted[owed.Activity.Number]])
            )
            .ToValueList();
    }

    private static EvaluatedDelivery Evaluate(Product product, Activity activity, List<SentGoal> sent) =>
        new(
            product,
            activity,
            sent.Exists(goal => goal.Counted is { Outcome: Outcome.Reported, Executed: > 0 }),
            sent.Exists(goal => goal.Late),
            sent.FirstOrDefault()?.State.ToString() ?? nameof(Outcome.NotReported)
        );
}
