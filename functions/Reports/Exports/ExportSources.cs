using Avance.Functions.Plans;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Workbooks;

namespace Avance.Functions.Reports.Exports;

/// <summary>What an export is written of.</summary>
/// <param name="Plan">The plan as it is.</param>
/// <param name="Workbook">The compiled rows with the runs that wrote them: of the period, or of its year up to it.</param>
/// <param name="Texts">The texts of the report, by section.</param>
public sealed record ExportSources(Plan Plan, WorkbookSources Workbook, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The period that was asked for.</summary>
    public WorkbookPeriod Latest => Workbook.Periods[^1];

    /// <summary>The report as people read it.</summary>
    /// <param name="calendar">Says which day the figures are of.</param>
    public ReportDocument Compose(BusinessCalendar calendar) =>
        ReportComposer.Compose(
            new ReportSources(
                Plan,
                Workbook.Periods.Select(period => period.Report).ToValueList(),
                Texts,
                calendar.ToLocal(Latest.ComputedAt)
            )
        );
}
