using Avance.Functions.Plans;
using Avance.Functions.Plans.WorkPlans;
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
        if (plan.WorkPlan is not { } work)
        {
            return null;
        }

        var sent = inputs.Sent.Where(goal => goal.Period == period).ToLookup(goal => goal.Activity);
        var progress = inputs.Progress.ToDictionary(claim => claim.Activity);
        return new WorkPlanReport(
            work.Deliveries.Select(delivery => (Delivery: delivery, Activity: plan.FindActivity(delivery.Activity)!))
                .Where(owed => owed.Activity.Status == ActivityStatus.Active)
                .Where(owed => plan.GoalsOf(owed.Activity.Number, period).Any())
                .Select(owed =>
                    Row(
                        plan,
                        work.FindProduct(owed.Delivery.Product)!,
                        owed.Activity,
                        [.. sent[owed.Activity.Number].Where(goal => goal.Counted is not null)],
                        progress.GetValueOrDefault(owed.Activity.Number)?.Content
                    )
                )
                .OrderBy(row => row.Key, StringComparer.Ordinal)
                .ToValueList()
        );
    }

    private static ReportDeliveryRow Row(
        Plan plan,
        Product product,
        Activity activity,
        List<SentGoal> sent,
        ProgressContent? content
    ) =>
        new(
            product.Number,
            product.Objective,
            product.Title,
            activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString()),
            activity.Number.Value,
            ReportKeys.OfActivity(plan.Id, activity.Number),
            sent.Exists(goal => goal.Counted is { Outcome: Outcome.Reported, Executed: > 0 }) ? 1 : 0,
            sent.Exists(goal => goal.Late),
            sent.FirstOrDefault()?.State.ToString() ?? nameof(Outcome.NotReported),
            PersonalData.Mask(string.Join('\n', content?.DocumentsCited ?? []))
        );
}
