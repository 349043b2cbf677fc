using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>A semester of all bodies and plans, as it was last consolidated.</summary>
/// <param name="ConsolidatedAt">When what it says was last looked through, in the plans' time zone.</param>
/// <param name="IsConsolidating">True while a run is at work, or one died: what is below may be of two moments.</param>
/// <param name="Bodies">By key.</param>
/// <param name="Plans">By id.</param>
/// <param name="Themes">Achievements of all plans by theme, the most first.</param>
public sealed record NationalView(
    Period Period,
    DateTimeOffset? ConsolidatedAt,
    bool IsConsolidating,
    ReportNationalRow Totals,
    IReadOnlyList<ReportNationalBodyRow> Bodies,
    IReadOnlyList<ReportNationalPlanRow> Plans,
    IReadOnlyList<NationalTheme> Themes
);
