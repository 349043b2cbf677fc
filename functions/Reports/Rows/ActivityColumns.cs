using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The columns that name an activity and its unit.</summary>
internal sealed record ActivityColumns(int Activity, string ActivityKey, string Unit, string UnitKey)
{
    /// <returns>Null if the plan has no such activity: it was removed after something was reported of it.</returns>
    public static ActivityColumns? Of(Plan plan, ActivityNumber number) =>
        plan.FindActivity(number) is { } activity
            ? new ActivityColumns(
                number.Value,
                ReportKeys.OfActivity(plan.Id, number),
                activity.ResponsibleUnit.ToString(),
                ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString())
            )
            : null;
}
