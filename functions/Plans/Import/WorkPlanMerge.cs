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
    /// <param name="draft">The work plan of the file. Where it names no policy, the plan's own stays.</param>
    /// <param name="units">The bodies of the merged plan.</param>
    /// <returns>Also the activities of bodies that no longer owe a product: they are kept, and are not asked for.</returns>
    public static MergedWork Merge(ChangeLog log, Plan? current, PlanId plan, WorkPlan draft, ValueList<Unit> units)
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
        var known = deliveries
            .Select(delivery => (delivery.Product, activities[delivery.Activity].ResponsibleUnit))
            .ToHashSet();
        var next = activities.Count == 0 ? 1 : activities.Keys.Max().Value + 1;
        var withoutNumber = 0;
        foreach (var product in products)
        {
            foreach (
                var body in WorkPlanRules.BodiesOf(product, units).Where(body => known.Add((product.Number, body)))
            )
            {
                if (next > ActivityNumber.Max)
                {
                    withoutNumber++;
                    continue;
                }

                var number = new ActivityNumber(next++);
                deliveries.Add(new Delivery(number, product.Number));
                activities.Add(number, ToActivity(number, product, body));
            }
        }

        // What a product says of its activity may have changed for those that were there as well.
        var byNumber = products.ToDictionary(product => product.Number);
        foreach (var delivery in deliveries)
        {
            var activity = activities[delivery.Activity];
            activities[delivery.Activity] = ToActivity(
                delivery.Activity,
                byNumber[delivery.Product],
                activity.ResponsibleUnit
            ) with
            {
                Status = activity.Status,
                MergedInto = activity.MergedInto,
            };
        }

        var work = new WorkPlan(
            MergePolicy(log, current, plan, draft.Policy),
            products,
            [.. deliveries.OrderBy(delivery => delivery.Activity)]
        );
        return new MergedWork(
            [.. activities.Values.OrderBy(activity => activity.Number)],
            WorkPlanRules.GoalsOf(work),
            work,
            withoutNumber
        );
    }

    private static PlanId? MergePolicy(ChangeLog log, Plan? current, PlanId plan, PlanId? inFile)
    {
        var known = current?.WorkPlan?.Policy;
        if (current is not null && inFile is not null && inFile != known)
        {
            log.Change(PlanFormat.Plan, $"{plan}", PlanColumns.Policy, $"{known}", $"{inFile}");
        }

        return inFile ?? known;
    }

    private static Activity ToActivity(ActivityNumber number, Product product, UnitCode body) =>
        new(number, product.Activity, body, "", [], product.Title, product.EvidenceRequirement);
}
