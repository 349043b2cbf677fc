using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>
/// Makes a plan of its rows. Activities may be stored under a unit's former code, which the plan resolves: to rename a
/// unit of a hundred activities is to write two rows, in one transaction.
/// </summary>
internal static class PlanAssembly
{
    public static Plan Assemble(PlanId id, PlanHeader header, IEnumerable<TableEntity> rows)
    {
        var units = new List<Unit>();
        var activities = new List<Activity>();
        var goals = new List<Goal>();
        var periods = new List<ReportingPeriod>();
        foreach (var row in rows)
        {
            // Rows of other stages (indicators, members) share the partition and are not for us to read.
            if (PlanKeys.IsUnit(row.RowKey, out var code))
            {
                units.Add(PlanRows.ToUnit(row, code));
            }
            else if (PlanKeys.IsActivity(row.RowKey, out var number))
            {
                activities.Add(PlanRows.ToActivity(row, number));
            }
            else if (PlanKeys.IsGoal(row.RowKey, out var numberAndYear))
            {
                goals.Add(PlanRows.ToGoal(row, numberAndYear));
            }
            else if (PlanKeys.IsPeriod(row.RowKey, out var period))
            {
                periods.Add(PlanRows.ToPeriod(row, period));
            }
        }

        return new Plan(
            id,
            header,
            [.. units.OrderBy(unit => unit.Code)],
            [.. activities.OrderBy(activity => activity.Number).Select(activity => Resolve(activity, units))],
            [.. goals.OrderBy(goal => (goal.Activity, goal.Year))],
            [.. periods.OrderBy(period => period.Id)]
        );
    }

    /// <summary>The activity with the present codes of its units.</summary>
    public static Activity Resolve(Activity activity, IReadOnlyList<Unit> units) =>
        IsPresent(activity.ResponsibleUnit, units) && activity.SupportingUnits.All(code => IsPresent(code, units))
            ? activity
            : activity with
            {
                ResponsibleUnit = Resolve(activity.ResponsibleUnit, units),
                SupportingUnits = [.. activity.SupportingUnits.Select(code => Resolve(code, units)).Distinct()],
            };

    private static UnitCode Resolve(UnitCode code, IReadOnlyList<Unit> units) =>
        IsPresent(code, units) ? code : units.FirstOrDefault(unit => unit.IsCalled(code.ToString()))?.Code ?? code;

    private static bool IsPresent(UnitCode code, IReadOnlyList<Unit> units) => units.Any(unit => unit.Code == code);
}
