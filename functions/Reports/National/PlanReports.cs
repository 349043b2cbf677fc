using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>What the compiled reports of a plan say that the national level needs.</summary>
/// <param name="Periods">The plan as a whole, by period.</param>
/// <param name="Achievements">Of each period; only theme and people are read.</param>
public sealed record PlanReports(
    PlanId Plan,
    IReadOnlyDictionary<Period, ReportPlanRow> Periods,
    ILookup<Period, ReportAchievementRow> Achievements
)
{
    /// <summary>Of a plan that has no report.</summary>
    public static PlanReports None(PlanId plan) =>
        new(
            plan,
            new Dictionary<Period, ReportPlanRow>(),
            Array.Empty<ReportAchievementRow>().ToLookup(_ => default(Period))
        );
}
