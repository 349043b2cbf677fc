using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>Lays the rows of a report out as sheets: figures of the plan first, lists after them, dimensions last.</summary>
public sealed class ReportSheets(BusinessCalendar calendar)
{
    private static readonly ValueList<SheetColumn> LegendColumns = new[]
    {
        "Sheet",
        "Content",
        "Column",
        "Meaning",
        "TechnicalName",
    }
        .Select(name => new SheetColumn(
            name,
            ColumnTexts.TitleOf("legend", name),
            ColumnTexts.DetailOf("legend", name),
            ColumnFormat.Text
        ))
        .ToValueList();

    /// <summary>The sheets. Their rows are made one by one as they are read.</summary>
    public ValueList<ReportSheet> Of(WorkbookSources sources)
    {
        var dimensions = sources.Dimensions;
        return
        [
            OfPeriods<ReportPlanRow>(sources, report => [report.Plan]),
            OfPeriods(sources, report => report.Units),
            OfPeriods(sources, report => report.Activities),
            OfPeriods(sources, report => report.Goals),
            OfPeriods(sources, report => report.Indicators),
            OfPeriods(sources, report => report.Objectives),
            OfPeriods(sources, report => report.Services),
            OfPeriods(sources, report => report.Deliveries),
            OfPeriods(sources, report => report.Factors),
            OfPeriods(sources, report => report.Recommendations),
            OfPeriods(sources, report => report.Findings),
            OfPeriods(sources, report => report.Evidence),
            OfPeriods(sources, report => report.Reminders),
            OfPeriods(sources, report => report.History),
            OfPeriods(sources, report => report.Achievements),
            OfPlan(sources.Plan, dimensions.Plans),
            OfPlan(sources.Plan, dimensions.Bodies),
            OfPlan(sources.Plan, dimensions.Units),
            OfPlan(sources.Plan, dimensions.Periods),
            OfPlan(sources.Plan, dimensions.Activities),
        ];
    }

    /// <summary>Explains each column of the sheets.</summary>
    public static ReportSheet Legend(IEnumerable<ReportSheet> sheets) =>
        new(
            "legend",
            ColumnTexts.TitleOf("legend"),
            ColumnTexts.DetailOf("legend"),
            LegendColumns,
            sheets.SelectMany(sheet =>
                sheet.Columns.Select(
                    IReadOnlyList<object> (column) =>
                        [sheet.Title, sheet.Detail, column.Title, column.Detail, $"{sheet.Name}.{column.Name}"]
                )
            )
        );

    private ReportSheet OfPeriods<TRow>(WorkbookSources sources, Func<Report, IEnumerable<TRow>> rows)
        where TRow : class, IReportRow =>
        SheetLayout<TRow>.OfPeriods.Lay(
            sources.Periods.SelectMany(period =>
            {
                var scope = new ReportScope(sources.Plan, period.Report.Period);
                var common = scope.Common(period.RunId, period.ComputedAt);
                return rows(period.Report).Select(row => (row, common, scope.RowKey(row.Key)));
            }),
            calendar
        );

    private ReportSheet OfPlan<TRow>(PlanId plan, IEnumerable<TRow> rows)
        where TRow : class, IReportRow
    {
        var scope = new ReportScope(plan);
        var common = scope.Common("", default);
        return SheetLayout<TRow>.OfPlan.Lay(rows.Select(row => (row, common, KeyOf(scope, row))), calendar);
    }

    private static string KeyOf(ReportScope scope, IReportRow row) =>
        (row is DimBodyRow body ? scope with { Body = ReportKeys.OfBody(body.Body) } : scope).RowKey(row.Key);
}
