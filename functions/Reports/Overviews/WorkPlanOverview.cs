using Avance.Functions.Plans;
using Avance.Functions.Reports.WorkPlans;

namespace Avance.Functions.Reports.Overviews;

/// <summary>What the bodies of a work plan owe in the period, and what they have delivered of it.</summary>
/// <param name="Products">Those that a body owes in the period, by number.</param>
public sealed record WorkPlanOverview(ValueList<ProductOverview> Products)
{
    /// <returns>Null if the plan is no work plan.</returns>
    public static WorkPlanOverview? Of(Plan plan, IEnumerable<EvaluatedDelivery> evaluated) =>
        plan.WorkPlan is null
            ? null
            : new WorkPlanOverview(
                evaluated
                    .GroupBy(delivery => delivery.Product)
                    .OrderBy(product => product.Key.Number)
                    .Select(product => new ProductOverview(
                        product.Key.Number,
                        product.Key.Title,
                        product
                            .Select(one => new DeliveryOverview(
                                one.Activity.Number,
                                one.Activity.ResponsibleUnit,
                                one.IsDelivered,
                                one.IsLate
                            ))
                            .OrderBy(one => one.Activity)
                            .ToValueList()
                    ))
                    .ToValueList()
            );
}
