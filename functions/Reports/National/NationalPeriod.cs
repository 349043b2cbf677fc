using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>A semester at the national level.</summary>
/// <param name="Bodies">By key.</param>
public sealed record NationalPeriod(ReportNationalRow Totals, ValueList<ReportNationalBodyRow> Bodies);
