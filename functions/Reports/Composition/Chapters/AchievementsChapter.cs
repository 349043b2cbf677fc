using System.Globalization;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>What the plan brought about from the start of the year, theme by theme; left out where nothing was recorded.</summary>
internal static class AchievementsChapter
{
    private const string Words = "report-achievements";

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        sources.Latest.Achievements.Count == 0
            ? []
            :
            [
                new ReportSection(
                    "achievements",
                    Messages.Text($"{Words}.Heading"),
                    1,
                    [ReportParts.Paragraph(Messages.Text($"{Words}.Intro"))]
                ),
                .. sources
                    .Latest.Achievements.GroupBy(row => (row.ThemePlace, row.Theme))
                    .OrderBy(theme => theme.Key.ThemePlace)
                    .Select(theme => Theme(theme.Key.Theme, theme.Key.ThemePlace, theme)),
            ];

    private static ReportSection Theme(string theme, int place, IEnumerable<ReportAchievementRow> rows) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"achievements-{place}"),
            theme,
            2,
            [
                new TableBlock(
                    Messages.Text($"{Words}.Caption", theme),
                    [
                        new(Messages.Text($"{Words}.Day"), 13),
                        new(Messages.Text($"{Words}.Achievement"), 42),
                        new(Messages.Text($"{Words}.Document"), 20),
                        new(Messages.Text($"{Words}.Unit"), 12),
                        new(Messages.Text($"{Words}.Figures"), 22),
                    ],
                    rows.OrderBy(row => row.Day, StringComparer.Ordinal)
                        .ThenBy(row => row.Title, StringComparer.Ordinal)
                        .ThenBy(row => row.Key, StringComparer.Ordinal)
                        .Select(Row)
                        .ToValueList()
                ),
            ]
        );

    private static ReportTableRow Row(ReportAchievementRow row) =>
        new([
            [
                DateOnly
                    .ParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                    .ToString("dd/MM/yyyy", Messages.Culture),
            ],
            [
                new RichText(row.Title, [], IsBold: true),
                .. ReportParts.Paragraphs(row.Text).Select(text => (RichText)text),
                .. row.Activity == 0
                    ? Array.Empty<RichText>()
                    : [Messages.Text($"{Words}.Activity", ReportFigures.Number(row.Activity))],
            ],
            [Document(row)],
            [row.Unit.Length == 0 ? ReportFigures.None : row.Unit],
            Figures(row).Select(text => (RichText)text).ToValueList(),
        ]);

    private static RichText Document(ReportAchievementRow row) =>
        (row.Document, row.Link) switch
        {
            ("", "") => ReportFigures.None,
            ("", var link) => new RichText(link, [], link),
            (var document, "") => document,
            var (document, link) => new RichText(document, [], link),
        };

    private static IEnumerable<string> Figures(ReportAchievementRow row)
    {
        string[] people =
            row.HasPeople == 0 ? []
            : row.HasSexes == 0 ? [Messages.Text($"{Words}.People", ReportFigures.Number(row.People))]
            :
            [
                Messages.Text(
                    $"{Words}.PeopleBySex",
                    ReportFigures.Number(row.People),
                    ReportFigures.Number(row.Women),
                    ReportFigures.Number(row.Men)
                ),
            ];
        return people.Concat(ReportParts.Lines(row.Figures)) is var all && all.Any() ? all : [ReportFigures.None];
    }
}
