using System.Globalization;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Composition.Chapters;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>The achievements of all bodies one by one, theme by theme.</summary>
internal static class NationalAchievements
{
    private const string Words = "national";

    public static IEnumerable<ReportSection> Of(
        IReadOnlyList<NationalTheme> themes,
        IReadOnlyList<(ReportNationalPlanRow Plan, IReadOnlyList<ReportAchievementRow> Achievements)> told
    )
    {
        var byTheme = told.SelectMany(one => one.Achievements.Select(row => (one.Plan.Body, Row: row)))
            .ToLookup(one => ReportKeys.OfCode(one.Row.Theme), StringComparer.Ordinal);
        return themes
            .Select(theme => (theme.Theme, Rows: byTheme[ReportKeys.OfCode(theme.Theme)].ToList()))
            .Where(theme => theme.Rows.Count > 0)
            .Select(
                (theme, at) =>
                    new ReportSection(
                        string.Create(CultureInfo.InvariantCulture, $"national-theme-{at + 1}"),
                        theme.Theme,
                        2,
                        [Table(theme.Theme, theme.Rows)]
                    )
            );
    }

    private static TableBlock Table(string theme, IEnumerable<(string Body, ReportAchievementRow Row)> rows) =>
        new(
            ReportParts.Word(Words, "theme-caption", theme),
            [
                new(ReportParts.Word(Words, "body"), 16),
                new(ReportParts.Word(Words, "day"), 14),
                new(ReportParts.Word(Words, "achievement"), 46),
                new(ReportParts.Word(Words, "document"), 24),
            ],
            rows.OrderBy(one => one.Body, StringComparer.Ordinal)
                .ThenBy(one => one.Row.Day, StringComparer.Ordinal)
                .ThenBy(one => one.Row.Key, StringComparer.Ordinal)
                .Select(one =>
                    ReportParts.Row(
                        one.Body,
                        DateOnly
                            .ParseExact(one.Row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                            .ToString("dd/MM/yyyy", Messages.Culture),
                        one.Row.Title,
                        one.Row.Document.Length == 0 ? ReportFigures.None : one.Row.Document
                    )
                )
                .ToValueList()
        );
}
