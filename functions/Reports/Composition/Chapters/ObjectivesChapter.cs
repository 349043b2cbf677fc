using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>A section an objective, with its indicators.</summary>
internal static class ObjectivesChapter
{
    private const string Words = "report-objectives";

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "objectives",
                Messages.Text($"{Words}.Heading"),
                1,
                [ReportParts.Paragraph(Messages.Text($"{Words}.Intro"))],
                IsLandscape: true
            ),
            .. sources.Latest.Objectives.Select(objective => Section(sources, objective)),
        ];

    private static ReportSection Section(ReportSources sources, ReportObjectiveRow objective) =>
        new(
            $"objective-{objective.Objective.ToLowerInvariant()}",
            Messages.Text($"{Words}.Objective", objective.Objective, objective.Title),
            2,
            [
                ReportParts.Paragraph(
                    Messages.Text(
                        $"{Words}.Counts",
                        objective.Indicators,
                        objective.Exceeded,
                        objective.PercentExceeded,
                        objective.NotMet,
                        objective.PercentNotMet,
                        objective.NoInformation,
                        objective.PercentNoInformation
                    )
                ),
                IndicatorTable.Of(
                    Messages.Text($"{Words}.Of", objective.Objective),
                    sources.Latest.Indicators.Where(row =>
                        row.Objective == objective.Objective && row.Service.Length == 0
                    )
                ),
            ],
            IsLandscape: true
        );
}
