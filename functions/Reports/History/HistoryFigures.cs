using Avance.Functions.Plans;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.History;

/// <summary>The figures of one year or semester, computed or imported, in one form. Pure.</summary>
internal static class HistoryFigures
{
    /// <param name="view">Whether the result is that of the year or of the semester at whose end it is.</param>
    public static IReadOnlyList<YearFigure> Of(PlanResult result, HistoryView view)
    {
        var plan = new YearFigure(
            view,
            result.Period.Year,
            view == HistoryView.Semester ? result.Period.Semester : 0,
            HistoryLevel.Plan,
            "",
            null,
            result.Programmed,
            result.FullyExecuted,
            result.ExecutionLevel,
            false,
            ""
        );
        return
        [
            plan,
            .. result.Units.Select(unit => Of(plan, unit)),
            .. result.Activities.Select(one => Of(plan, one)),
        ];
    }

    /// <summary>Units that the plan knows have its codes, also those that were renamed since the import.</summary>
    public static IReadOnlyList<YearFigure> Of(ImportedYear year, Plan plan)
    {
        var whole = new YearFigure(
            HistoryView.Year,
            year.Year,
            0,
            HistoryLevel.Plan,
            "",
            null,
            year.Programmed,
            year.FullyExecuted,
            Level(year.FullyExecuted, year.Programmed),
            true,
            year.Source
        );
        return [whole, .. UnitsOf(whole, year, plan), .. ActivitiesOf(whole, year, plan)];
    }

    /// <summary>Fully executed ÷ programmed × 100, unrounded; null if nothing is programmed.</summary>
    public static decimal? Level(int fullyExecuted, int programmed) =>
        programmed == 0 ? null : fullyExecuted * 100m / programmed;

    private static YearFigure Of(YearFigure plan, UnitResult unit) =>
        plan with
        {
            Level = HistoryLevel.Unit,
            Unit = unit.Unit.Code.ToString(),
            Programmed = unit.Programmed,
            FullyExecuted = unit.FullyExecuted,
            Percent = unit.Compliance,
        };

    private static YearFigure Of(YearFigure plan, ActivityResult activity) =>
        plan with
        {
            Level = HistoryLevel.Activity,
            Unit = activity.Activity.ResponsibleUnit.ToString(),
            Activity = activity.Activity.Number,
            Programmed = activity.IsProgrammed ? 1 : 0,
            FullyExecuted = activity.IsFullyExecuted ? 1 : 0,
            Percent = ExactMean.Of(
                activity.Goals.Where(goal => goal.Percent is not null).Select(goal => goal.Quotient)
            ),
        };

    /// <summary>Where one unit has taken over another since, both have its name: each keeps its own then.</summary>
    private static IEnumerable<YearFigure> UnitsOf(YearFigure whole, ImportedYear year, Plan plan) =>
        year
            .Units.GroupBy(unit => plan.FindUnit(unit.Unit)?.Code.ToString() ?? unit.Unit, StringComparer.Ordinal)
            .SelectMany(same =>
                same.Select(unit =>
                    whole with
                    {
                        Level = HistoryLevel.Unit,
                        Unit = same.Count() == 1 ? same.Key : unit.Unit,
                        Programmed = 0,
                        FullyExecuted = 0,
                        Percent = unit.Compliance,
                    }
                )
            );

    private static IEnumerable<YearFigure> ActivitiesOf(YearFigure whole, ImportedYear year, Plan plan) =>
        from imported in year.Activities
        let activity = plan.FindActivity(imported.Activity)
        where activity is not null
        select whole with
        {
            Level = HistoryLevel.Activity,
            Unit = activity.ResponsibleUnit.ToString(),
            Activity = imported.Activity,
            Programmed = 0,
            FullyExecuted = 0,
            Percent = imported.Percent,
        };
}
