using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>The rows of the dimensions of a plan.</summary>
public sealed record ReportDimensions(
    IReadOnlyList<DimPlanRow> Plans,
    IReadOnlyList<DimBodyRow> Bodies,
    IReadOnlyList<DimUnitRow> Units,
    IReadOnlyList<DimPeriodRow> Periods,
    IReadOnlyList<DimActivityRow> Activities
);
