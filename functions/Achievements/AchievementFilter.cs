using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Achievements;

/// <summary>Which achievements are listed. Pure.</summary>
/// <param name="Unit">Those of this unit; null for all.</param>
/// <param name="Theme">Those of this theme; null for all.</param>
/// <param name="Year">Those of this year; null for all.</param>
public sealed record AchievementFilter(UnitCode? Unit = null, string? Theme = null, int? Year = null)
{
    /// <param name="unit">By its code or an alias; null or empty for all.</param>
    /// <param name="theme">As the plan writes it, whatever the capitals; null or empty for all.</param>
    /// <param name="year">Four digits; null or empty for all.</param>
    public static Result<AchievementFilter> Parse(Plan plan, string? unit, string? theme, string? year)
    {
        var filter = new AchievementFilter(Theme: string.IsNullOrEmpty(theme) ? null : theme);
        if (!string.IsNullOrEmpty(unit))
        {
            if (plan.FindUnit(unit) is not { } known)
            {
                return Error.Invalid("plan-unit-unknown", "unit", unit);
            }

            filter = filter with { Unit = known.Code };
        }

        if (!string.IsNullOrEmpty(year))
        {
            if (!int.TryParse(year, null, out var number) || number is < 2000 or > 2099)
            {
                return Error.Invalid("achievement-year", "year", year);
            }

            filter = filter with { Year = number };
        }

        return filter;
    }

    public bool Matches(Plan plan, Achievement achievement) =>
        (Unit is not { } unit || AchievementAccess.UnitOf(plan, achievement)?.Code == unit)
        && (Theme is null || achievement.Theme.Equals(Theme, StringComparison.OrdinalIgnoreCase))
        && (Year is not { } year || achievement.Date.Year == year);
}
