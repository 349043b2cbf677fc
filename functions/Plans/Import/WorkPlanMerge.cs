using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Plans.Import;

/// <summary>
/// Merges the products of a file into those of a work plan, and makes what each body owes of them an activity. Who owed a
/// product keeps its activity, since what was reported refers to it.
/// </summary>
internal static class WorkPlanMerge
{
    private static readonly MergeField<Product>[] Fields =
    [
        new(ProductColumns.Objective, row => row.Objective, (row, file) => row with { Objective = file.Objective }),
        new(ProductColumns.Activity, row => row.Activity, (row, file) => row with { Activity = file.Activity }),
        new(ProductColumns.Title, row => row.Title, (row, file) => row with { Title = file.Title }),
        new(
            ProductColumns.Bodies,
            row =>
                row.Owners == ProductOwners.Named
                    ? string.Join("; ", row.Bodies)
                    : ImportWords.Of(ImportWords.Owners, row.Owners),
            (row, file) => row with { Owners = file.Owners, Bodies = file.Bodies }
        ),
        new(
            ProductColumns.Semesters,
            row => string.Join("; ", row.Semesters),
            (row, file) => row with { Semesters = file.Semesters }
        ),
        new(
            ProductColumns.EvidenceRequirement,
            row => row.EvidenceRequirement,
            (row, file) => row with { EvidenceRequirement = file.EvidenceRequirement }
        ),
    ];

    /// <param name="current">The plan as it is; null if it is new.</param>
    /// <param name="draft">The work plan of the file.</param>
    /// <param name="units">The bodies of the merged plan.</param>
    /// <returns>
    /// The work plan, and the activities of its deliveries; those of bodies that no longer owe a product stay. More than 999
    /// have no number and are left out: <see cref="MergeChecks"/> says so.
    /// </returns>
    public static (WorkPlan WorkPlan, ValueList<Activity> Activities) Merge(
        ChangeLog log,
        Plan? current,
        WorkPlan draft,
        ValueList<Unit> units
    )
    {
        var products = PlanMerge.MergeRows(
            log,
            PlanFormat.Products,
            current?.WorkPlan?.Products ?? [],
            [
                .. draft.Products.Select(product =>
                    product with
                    {
                        Bodies = [.. product.Bodies.Select(body => PlanMerge.PlanCode(body, units)).Distinct()],
                    }
                ),
            ],
            row => row.Number,
            key => $"{key}",
            Fields,
            row => row.AmendedFields
        );
        var activities = (current?.Activities ?? []).ToDictionary(activity => activity.Number);
        var deliveries = (current?.WorkPlan?.Deliveries ?? []).ToList();
        var known = new Dictionary<(int Product, UnitCode Body), ActivityNumber>();
        foreach (var delivery in deliveries)
        {
            // A body that has replaced another one may owe the same product twice: the first stays its own.
            known.TryAdd((delivery.Product, activities[delivery.Activity].ResponsibleUnit), delivery.Activity);
        }

        var next = activities.Count == 0 ? 1 : activities.Keys.Max().Value + 1;
        foreach (var product in products)
        {
            foreach (var body in WorkPlanRules.BodiesOf(product, units))
            {
                if (!known.ContainsKey((product.Number, body)) && next <= 999)
                {
                    var number = new ActivityNumber(next++);
                    deliveries.Add(new Delivery(number, product.Number));
                    activities.Add(number, ToActivity(number, product, body));
                }
            }
        }

        // What a product says of its activity may have changed for those that were there as well.
        foreach (var delivery in deliveries)
        {
            var activity = activities[delivery.Activity];
            var product = products.First(one => one.Number == delivery.Product);
            activities[delivery.Activity] = ToActivity(delivery.Activity, product, activity.ResponsibleUnit) with
            {
                Status = activity.Status,
                MergedInto = activity.MergedInto,
            };
        }

        return (
            new WorkPlan(draft.Policy, products, [.. deliveries.OrderBy(delivery => delivery.Activity)]),
            [.. activities.Values.OrderBy(activity => activity.Number)]
        );
    }

    private static Activity ToActivity(ActivityNumber number, Product product, UnitCode body) =>
        new(number, product.Activity, body, "", [], product.Title, product.EvidenceRequirement);
}
