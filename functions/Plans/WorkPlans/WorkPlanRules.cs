using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.WorkPlans;

/// <summary>Who owes what of a work plan, and when. Pure.</summary>
public static class WorkPlanRules
{
    /// <summary>The bodies that may owe a product, in the plan's order, whatever its rule says at present.</summary>
    public static IReadOnlyList<UnitCode> BodiesOf(Product product, IEnumerable<Unit> units) =>
        product.Owners == ProductOwners.Named
            ? product.Bodies
            : [.. units.Where(unit => unit.Kind is UnitKind.Body or UnitKind.Secretariat).Select(unit => unit.Code)];

    /// <summary>A goal a year and delivery: as many as there are semesters in which it is due.</summary>
    public static ValueList<Goal> GoalsOf(WorkPlan plan) =>
        plan
            .Deliveries.SelectMany(delivery =>
                plan.SemestersOf(delivery.Activity)
                    .GroupBy(semester => semester.Year)
                    .Select(year => new Goal(delivery.Activity, year.Key, year.Count(), GoalMeasure.Count))
            )
            .OrderBy(goal => (goal.Activity, goal.Year))
            .ToValueList();

    /// <summary>
    /// The plan with what <see cref="ProductOwners.BodiesWithProtocol"/> means at present: a body owes the product in the
    /// semesters by whose end the protocol of one of its services is in force.
    /// </summary>
    /// <param name="policy">The policy that the plan names; null if there is none: then no body has a protocol.</param>
    public static Plan Resolve(Plan plan, Policy? policy)
    {
        if (
            plan.WorkPlan is not { } work
            || work.Products.All(product => product.Owners != ProductOwners.BodiesWithProtocol)
        )
        {
            return plan;
        }

        var asked = work
            .Products.Where(product => product.Owners == ProductOwners.BodiesWithProtocol)
            .ToDictionary(product => product.Number);
        var resolved = work with
        {
            Deliveries = work
                .Deliveries.Select(delivery =>
                    asked.TryGetValue(delivery.Product, out var product)
                        ? delivery with
                        {
                            Semesters =
                            [
                                .. product.Semesters.Where(semester => HasProtocol(plan, delivery, policy, semester)),
                            ],
                        }
                        : delivery
                )
                .ToValueList(),
        };
        return plan with { WorkPlan = resolved, Goals = GoalsOf(resolved) };
    }

    private static bool HasProtocol(Plan plan, Delivery delivery, Policy? policy, Period semester) =>
        plan.FindActivity(delivery.Activity) is { } activity
        && plan.FindUnit(activity.ResponsibleUnit) is { } body
        && policy is not null
        && policy.Services.Any(service =>
            service.HasProtocolBy(LastDayOf(semester)) && body.IsCalled(service.ResponsibleBody.ToString())
        );

    private static DateOnly LastDayOf(Period semester) =>
        semester.Semester == 1 ? new DateOnly(semester.Year, 6, 30) : new DateOnly(semester.Year, 12, 31);
}
