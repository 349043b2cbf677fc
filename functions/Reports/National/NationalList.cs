using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>The semesters that are consolidated.</summary>
/// <param name="ConsolidatedAt">When the last run ended, in the plans' time zone; null if none has.</param>
/// <param name="Periods">The latest first, each with its totals.</param>
public sealed record NationalList(DateTimeOffset? ConsolidatedAt, ValueList<NationalTotals> Periods);

/// <summary>A semester with its totals.</summary>
public sealed record NationalTotals(Period Period, ReportNationalRow Totals);
