using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>A plan in a semester at the national level.</summary>
/// <param name="Themes">Its achievements by theme, by key.</param>
public sealed record NationalPlan(ReportNationalPlanRow Row, ValueList<ReportNationalThemeRow> Themes);
