using Avance.Functions.Plans;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The figures of semesters and years as rows. Pure.</summary>
internal static class YearFigureRows
{
    public static ValueList<ReportHistoryRow> Of(Plan plan, IEnumerable<YearFigure> figures) =>
        figures.Select(figure => Row(plan, figure)).OrderBy(row => row.Key, StringComparer.Ordinal).ToValueList();

    private static ReportHistoryRow Row(Plan plan, YearFigure figure) =>
        new(
            figure.View.ToString(),
            figure.Year,
            figure.Semester,
            figure.Level.ToString(),
            figure.Unit,
            UnitCode.TryParse(figure.Unit, null, out var code) && plan.FindUnit(code) is not null
                ? ReportKeys.OfUnit(plan.Id, figure.Unit)
                : "",
            figure.Activity?.Value ?? 0,
            ReportKeys.OfActivity(plan.Id, figure.Activity),
            figure.Programmed,
            figure.FullyExecuted,
            (double)(figure.Percent ?? 0),
            (double)ComplianceRules.Shown(figure.Percent ?? 0, figure.Level == HistoryLevel.Plan ? 1 : 0),
            figure.Percent is null ? 0 : 1,
            figure.IsImported ? 1 : 0,
            PersonalData.Mask(figure.Source)
        );
}
