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
    /// The plan with who owes what at present. A body that a product no longer names owes nothing of it; by
    /// <see cref="ProductOwners.BodiesWithProtocol"/> a body owes it in the semesters by whose end the protocol of one of its
    /// services is in force.
    /// </summary>
    /// <param name="policy">The policy that the plan names; null if there is none: then no body has a protocol.</param>
    public static Plan Resolve(Plan plan, Plan? policy)
    {
        if (plan.WorkPlan is not { } work)
        {
            return plan;
        }

        var products = work.Products.ToDictionary(product => product.Number);
        var owners = work.Products.ToDictionary(
            product => product.Number,
            product => BodiesOf(product, plan.Units).ToHashSet()
        );
        var bodies = plan.Activities.ToDictionary(activity => activity.Number, activity => activity.ResponsibleUnit);
        var services = ServicesOf(plan, policy);
        var resolved = work with
        {
            Deliveries = work
                .Deliveries.Select(delivery =>
                    delivery with
                    {
                        Semesters = SemestersOf(products[delivery.Product], bodies[delivery.Activity]),
                    }
                )
                .ToValueList(),
        };
        return plan with { WorkPlan = resolved, Goals = GoalsOf(resolved) };

        ValueList<Period> SemestersOf(Product product, UnitCode body) =>
            !owners[product.Number].Contains(body) ? []
            : product.Owners != ProductOwners.BodiesWithProtocol ? product.Semesters
            :
            [
                .. product.Semesters.Where(semester =>
                    services[body].Any(service => service.HasProtocolBy(LastDayOf(semester)))
                ),
            ];
    }

    /// <summary>The services of each body. The policy may call a body by another of its names.</summary>
    private static ILookup<UnitCode, Service> ServicesOf(Plan plan, Plan? policy) =>
        (
            from service in policy?.Policy?.Services ?? []
            let body = policy!.FindUnit(service.ResponsibleBody)
            let names = (body?.Aliases ?? []).Prepend($"{service.ResponsibleBody}")
            let unit = names.Select(plan.FindUnit).FirstOrDefault(found => found is not null)
            where unit is not null
            select (unit.Code, service)
        ).ToLookup(pair => pair.Code, pair => pair.service);

    private static DateOnly LastDayOf(Period semester) =>
        semester.Semester == 1 ? new DateOnly(semester.Year, 6, 30) : new DateOnly(semester.Year, 12, 31);
}
