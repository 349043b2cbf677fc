using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>What the national document tells besides what was consolidated.</summary>
/// <param name="Objectives">Of each policy, by plan.</param>
/// <param name="Achievements">Of the plans that have some, up to <see cref="NationalReader.MaxTold"/>.</param>
public sealed record NationalDetails(
    IReadOnlyDictionary<string, IReadOnlyList<ReportObjectiveRow>> Objectives,
    IReadOnlyList<(ReportNationalPlanRow Plan, IReadOnlyList<ReportAchievementRow> Achievements)> Achievements
);
