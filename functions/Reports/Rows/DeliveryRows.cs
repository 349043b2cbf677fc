using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.WorkPlans;

namespace Avance.Functions.Reports.Rows;

/// <summary>What bodies owed of a work plan in a period as rows. Pure.</summary>
internal static class DeliveryRows
{
    /// <returns>Null if the plan is no work plan.</returns>
    public static WorkPlanReport? Of(Plan plan, Period period, ReportInputs inputs)
    {
        if (plan.WorkPlan is null)
        {
            return null;
        }

        var progress = inputs.Progress.ToDictionary(claim => claim.Activity);
        return new WorkPlanReport(
            DeliveryRules
                .Evaluate(plan, period, inputs.Sent)
                .Select(delivery => Row(plan, delivery, progress.GetValueOrDefault(delivery.Activity.Number)?.Content))
                .OrderBy(row => row.Key, StringComparer.Ordinal)
                .ToValueList()
        );
    }

    private static ReportDeliveryRow Row(Plan plan, EvaluatedDelivery delivery, ProgressContent? content)
    {
        var (product, activity) = (delivery.Product, delivery.Activity);
        return new(
            product.Number,
            product.Objective,
            product.Title,
            activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString()),
            activity.Number.Value,
            ReportKeys.OfActivity(plan.Id, activity.Number),
            delivery.IsDelivered ? 1 : 0,
            delivery.IsLate,
            delivery.State,
            PersonalData.Mask(string.Join('\n', content?.DocumentsCited ?? []))
        );
    }
}
