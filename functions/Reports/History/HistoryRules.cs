using Avance.Functions.Plans;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.History;

/// <summary>Puts the figures of semesters and years beside each other. Pure. See docs/rules.md.</summary>
public static class HistoryRules
{
    /// <summary>
    /// The semesters of the period's year, the years up to it, and the plan as a whole, by view, time, level, unit and
    /// activity. Units and activities are given for the period's year, and for an earlier one where both years have them.
    /// </summary>
    /// <param name="results">The plan's own results, of any periods: those up to the period count.</param>
    /// <param name="imported">Imported years: where a year has results too, those count.</param>
    public static IReadOnlyList<YearFigure> Beside(
        Plan plan,
        IReadOnlyDictionary<Period, PlanResult> results,
        IReadOnlyList<ImportedYear> imported,
        Period period
    )
    {
        var until = results.Values.Where(result => result.Period.CompareTo(period) <= 0).ToList();
        var computed = until
            .GroupBy(result => result.Period.Year)
            .Select(year => year.MaxBy(one => one.Period)!)
            .ToList();
        var years = computed
            .Select(result => HistoryFigures.Of(result, HistoryView.Year))
            .Concat(
                imported
                    .Where(year => year.Year <= period.Year && computed.TrueForAll(one => one.Period.Year != year.Year))
                    .Select(year => HistoryFigures.Of(year, plan))
            )
            .SelectMany(figures => figures)
            .ToList();
        return
        [
            .. until
                .Where(result => result.Period.Year == period.Year)
                .SelectMany(result => HistoryFigures.Of(result, HistoryView.Semester))
                .Where(figure => figure.Level != HistoryLevel.Activity)
                .Concat(Comparable(years, period.Year))
                .Concat(Whole(plan, years))
                .OrderBy(figure => figure.View)
                .ThenBy(figure => figure.Year)
                .ThenBy(figure => figure.Semester)
                .ThenBy(figure => figure.Level)
                .ThenBy(figure => figure.Activity?.Value ?? 0)
                .ThenBy(figure => figure.Unit, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<YearFigure> Comparable(List<YearFigure> years, int year)
    {
        var units = Of(HistoryLevel.Unit).Select(figure => figure.Unit).ToHashSet(StringComparer.Ordinal);
        var activities = Of(HistoryLevel.Activity).Select(figure => figure.Activity).ToHashSet();
        return years.Where(figure =>
            figure.Level switch
            {
                HistoryLevel.Unit => units.Contains(figure.Unit),
                HistoryLevel.Activity => activities.Contains(figure.Activity),
                _ => true,
            }
        );

        IEnumerable<YearFigure> Of(HistoryLevel level) =>
            years.Where(figure => figure.Year == year && figure.Level == level);
    }

    /// <summary>The sums over the plan's own years: those before its first one belong to the plan before.</summary>
    private static IEnumerable<YearFigure> Whole(Plan plan, List<YearFigure> years)
    {
        var own = years
            .Where(figure => figure.Level == HistoryLevel.Plan)
            .Where(figure => figure.Year >= plan.Header.FirstYear && figure.Year <= plan.Header.LastYear)
            .OrderBy(figure => figure.Year)
            .ToList();
        var (programmed, fullyExecuted) = (own.Sum(one => one.Programmed), own.Sum(one => one.FullyExecuted));
        return own.Count == 0
            ? []
            :
            [
                new YearFigure(
                    HistoryView.Plan,
                    0,
                    0,
                    HistoryLevel.Plan,
                    "",
                    null,
                    programmed,
                    fullyExecuted,
                    HistoryFigures.Level(fullyExecuted, programmed),
                    own.Exists(one => one.IsImported),
                    string.Join(
                        "; ",
                        own.Select(one => one.Source)
                            .Where(source => source.Length > 0)
                            .Distinct(StringComparer.Ordinal)
                    )
                ),
            ];
    }
}
