using Avance.Functions.Plans;
using Avance.Functions.Reports.Workbooks;

namespace Avance.Functions.Reports.Exports;

/// <summary>What an export is written of.</summary>
/// <param name="Plan">The plan as it is.</param>
/// <param name="Workbook">The compiled rows with the runs that wrote them: of the period, or of its year up to it.</param>
public sealed record ExportSources(Plan Plan, WorkbookSources Workbook)
{
    /// <summary>The period that was asked for.</summary>
    public WorkbookPeriod Latest => Workbook.Periods[^1];
}
