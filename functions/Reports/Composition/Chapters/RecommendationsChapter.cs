using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>What is recommended to each unit, numbered through.</summary>
internal static class RecommendationsChapter
{
    private const string Words = "report-recommendations";
    private const string NotExecuted = nameof(RecommendationReason.NotExecuted);
    private const string Drafted = nameof(RecommendationOrigin.Drafted);

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var numbered = Of(sources).ToList();
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

    /// <summary>
    /// Those of the latest period, and of earlier ones what it does not have again. That nothing was reported by an earlier
    /// semester is left to the latest one, which knows what was reported since, unless a person has edited it.
    /// </summary>
    private static IEnumerable<ReportRecommendationRow> Of(ReportSources sources) =>
        sources
            .Periods.Reverse()
            .SelectMany(report => report.Recommendations.OrderBy(one => one.Place))
            .Where(
                (one, index) =>
                    index < sources.Latest.Recommendations.Count || one is not { Reason: NotExecuted, Origin: Drafted }
            )
            .DistinctBy(one => one.Key, StringComparer.Ordinal);

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
