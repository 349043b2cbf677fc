using Avance.Functions.Http;

namespace Avance.Functions.Plans;

/// <summary>An activity as it is listed, with its goals.</summary>
/// <param name="Goals">Its goals: that are reported in the period if a period was asked for, else all; the oldest first.</param>
public sealed record ActivityView(Activity Activity, ValueList<Goal> Goals)
{
    /// <param name="unit">Only what this unit reports on; null for all units. It may be called by an alias.</param>
    /// <param name="period">Only what is reported in this period; null for all.</param>
    public static Result<ValueList<ActivityView>> Of(Plan plan, string? unit, string? period)
    {
        Unit? responsible = null;
        if (unit is not null && (responsible = plan.FindUnit(unit)) is null)
        {
            return Error.Invalid("plan-unit-unknown", "unit", unit);
        }

        if (period is null)
        {
            return List(plan, responsible, activity => plan.Goals.Where(goal => goal.Activity == activity.Number));
        }

        if (!Period.TryParse(period, null, out var semester) || plan.FindPeriod(semester) is null)
        {
            return Error.Invalid("plan-period-unknown", "period", period);
        }

        var views = List(plan, responsible, activity => plan.GoalsOf(activity.Number, semester));
        return views.Where(view => view.Goals.Count > 0).ToValueList();
    }

    private static ValueList<ActivityView> List(Plan plan, Unit? unit, Func<Activity, IEnumerable<Goal>> goals) =>
        plan
            .Activities.Where(activity => unit is null || activity.ResponsibleUnit == unit.Code)
            .Select(activity => new ActivityView(activity, goals(activity).ToValueList()))
            .ToValueList();
}
