using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>What is recommended to each unit, numbered through.</summary>
internal static class RecommendationsChapter
{
    private const string Words = "report-recommendations";

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var numbered = sources.Latest.Recommendations.OrderBy(one => one.Place).ToList();
        yield return new ReportSection(
            "recommendations",
            Messages.Text($"{Words}.Heading"),
            1,
            [ReportParts.Paragraph(Messages.Text(numbered.Count == 0 ? $"{Words}.None" : $"{Words}.Intro"))]
        );

        var start = 1;
        foreach (var unit in numbered.GroupBy(one => one.Unit, StringComparer.Ordinal))
        {
            yield return new ReportSection(
                $"recommendations-{unit.Key.ToLowerInvariant()}",
                Heading(sources, unit.Key),
                2,
                [new ListBlock(unit.Select(Item).ToValueList(), IsNumbered: true, start)]
            );
            start += unit.Count();
        }
    }

    private static string Heading(ReportSources sources, string code) =>
        sources.Plan.FindUnit(code) is { } unit
            ? ReportParts.Word("report-unit-summary", "UnitHeading", unit.Name, code)
            : code;

    /// <summary>The text, with the activity and the document behind it where it does not name them.</summary>
    private static RichText Item(ReportRecommendationRow row)
    {
        var activity = row.Activity == 0 ? "" : Messages.Text($"{Words}.Activity", row.Activity);
        string[] missing =
        [
            .. new[] { activity, row.Document }.Where(name =>
                name.Length > 0 && !row.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
            ),
        ];
        return missing.Length == 0 ? row.Text : $"{row.Text} ({string.Join("; ", missing)})";
    }
}
