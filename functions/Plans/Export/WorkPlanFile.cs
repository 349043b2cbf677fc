using Avance.Functions.Plans.Import;
using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Plans.Export;

/// <summary>What a work plan has in place of activities and goals, as a sheet of the import format.</summary>
internal static class WorkPlanFile
{
    public static PlanSheet Of(WorkPlan plan) => new(PlanFormat.Products, [.. plan.Products.Select(Row)]);

    private static PlanCell[] Row(Product product) =>
        [
            PlanCell.Of(product.Number),
            PlanCell.Of(product.Objective),
            PlanCell.Of(product.Activity),
            PlanCell.Of(product.Title),
            product.Owners == ProductOwners.Named
                ? PlanCell.Of([.. product.Bodies.Select(body => $"{body}")])
                : PlanCell.Of(ImportWords.Owners, product.Owners),
            PlanCell.Of([.. product.Semesters.Select(semester => $"{semester}")]),
            PlanCell.Of(product.EvidenceRequirement),
        ];
}
