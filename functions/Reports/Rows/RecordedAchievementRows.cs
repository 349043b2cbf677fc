using System.Globalization;
using Avance.Functions.Achievements;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The achievements of a period's year, up to the period's end, as rows. Pure.</summary>
internal static class RecordedAchievementRows
{
    private const int HalfYear = 6;

    /// <param name="achievements">Of the plan, of any year; withdrawn ones are left out.</param>
    public static ValueList<ReportAchievementRow> Of(Plan plan, Period period, IEnumerable<Achievement> achievements)
    {
        var last = period.Semester == 1 ? HalfYear : 2 * HalfYear;
        var counted = achievements
            .Where(one => !one.IsWithdrawn && one.Date.Year == period.Year && one.Date.Month <= last)
            .ToList();
        var themes = ThemesOf(plan, counted);
        return counted
            .Select(one =>
            {
                var place = themes.FindIndex(theme => theme.Equals(one.Theme, StringComparison.OrdinalIgnoreCase));
                return Row(plan, one, themes[place], place + 1);
            })
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>
    /// The plan's themes in their order, then those that it no longer has; those that differ only in their capitals are
    /// one, spelled as the plan does.
    /// </summary>
    private static List<string> ThemesOf(Plan plan, IEnumerable<Achievement> achievements)
    {
        var themes = plan.Header.Settings.Themes;
        return
        [
            .. themes,
            .. achievements
                .Select(one => AchievementChecks.ThemeOf(plan, one.Theme, one)!)
                .Order(StringComparer.Ordinal)
                .Except(themes, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static ReportAchievementRow Row(Plan plan, Achievement achievement, string theme, int themePlace)
    {
        var unit = AchievementAccess.UnitOf(plan, achievement)?.Code.ToString() ?? "";
        var activity =
            achievement.Activity is { } number && plan.FindActivity(number) is not null
                ? number
                : (ActivityNumber?)null;
        return new ReportAchievementRow(
            achievement.Id.ToString("D"),
            theme,
            themePlace,
            PersonalData.Mask(achievement.Title),
            PersonalData.Mask(achievement.Text),
            achievement.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            PersonalData.Mask(achievement.Document),
            // With a part of it masked it would lead nowhere.
            PersonalData.Mask(achievement.Link) == achievement.Link
                ? achievement.Link
                : "",
            unit,
            ReportKeys.OfUnit(plan.Id, unit),
            activity?.Value ?? 0,
            ReportKeys.OfActivity(plan.Id, activity),
            ReportKeys.OfBody(plan.Header.Body),
            achievement.Women ?? 0,
            achievement.Men ?? 0,
            achievement.Total ?? 0,
            achievement.Women is null ? 0 : 1,
            achievement.Total is null ? 0 : 1,
            achievement.Figures.Count,
            PersonalData.Mask(string.Join('\n', achievement.Figures.Select(Words)))
        );
    }

    private static string Words(AchievementFigure figure) =>
        string.Create(Messages.Culture, $"{figure.Label}: {figure.Number:#,##0.####} {figure.UnitOfMeasure}");
}
