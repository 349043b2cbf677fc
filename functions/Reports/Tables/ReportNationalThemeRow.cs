namespace Avance.Functions.Reports.Tables;

/// <summary>The achievements of a plan under a theme, counted from the start of the year to the end of the semester.</summary>
/// <param name="Plan">Plan id.</param>
/// <param name="Body">The public body.</param>
/// <param name="BodyKey">Its row in dimbody.</param>
/// <param name="Theme">The theme, as the plan spells it.</param>
/// <param name="ThemeKey">The same in capitals: themes of plans that are spelled alike are one.</param>
/// <param name="Achievements">How many there are.</param>
/// <param name="People">People reached, of those that counted them.</param>
public sealed record ReportNationalThemeRow(
    string Plan,
    string Body,
    string BodyKey,
    string Theme,
    string ThemeKey,
    int Achievements,
    long People
) : IReportRow
{
    public string Key => $"{Plan}|{ThemeKey}";
}
