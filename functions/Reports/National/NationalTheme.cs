using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>The achievements of all plans under a theme.</summary>
/// <param name="Theme">As the first of the plans spells it.</param>
/// <param name="Bodies">Bodies that have some.</param>
/// <param name="People">People reached, of those that counted them.</param>
public sealed record NationalTheme(string Theme, int Bodies, int Achievements, long People)
{
    /// <returns>The most achievements first.</returns>
    public static ValueList<NationalTheme> Of(IEnumerable<ReportNationalThemeRow> rows) =>
        rows.GroupBy(row => row.ThemeKey, StringComparer.Ordinal)
            .Select(theme => new NationalTheme(
                theme.First().Theme,
                theme.Select(row => row.BodyKey).Distinct(StringComparer.Ordinal).Count(),
                theme.Sum(row => row.Achievements),
                theme.Sum(row => row.People)
            ))
            .OrderByDescending(theme => theme.Achievements)
            .ThenBy(theme => theme.Theme, StringComparer.Ordinal)
            .ToValueList();
}
