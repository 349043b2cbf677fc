namespace Avance.Functions.Reports.Workbooks;

/// <summary>What a workbook is made of.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Periods">The compiled reports that it covers, the oldest first.</param>
/// <param name="Dimensions">What holds for all periods.</param>
public sealed record WorkbookSources(PlanId Plan, ValueList<WorkbookPeriod> Periods, ReportDimensions Dimensions);
