using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>A unit a section, in the order of the ranking.</summary>
internal static class UnitSummariesChapter
{
    private const string Words = "report-unit-summary";

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "unit-summaries",
                Messages.Text($"{Words}.Heading"),
                1,
                [ReportParts.Paragraph(Messages.Text($"{Words}.Intro"))]
            ),
            .. SummaryChapter.Ranked(sources.Latest).Select(unit => Unit(sources, unit)),
        ];

    private static ReportSection Unit(ReportSources sources, ReportUnitRow unit) =>
        new(
            $"unit-summary-{unit.Unit.ToLowerInvariant()}",
            Messages.Text($"{Words}.UnitHeading", unit.UnitName, unit.Unit),
            2,
            [
                .. ReportParts.Written(sources, $"unit-summary-{unit.Unit}"),
                new ListBlock(
                    [
                        Messages.Text($"{Words}.Compliance", ReportFigures.Compliance(unit)),
                        Messages.Text($"{Words}.Programmed", ReportFigures.Number(unit.Programmed)),
                        Messages.Text($"{Words}.FullyExecuted", ReportFigures.Number(unit.FullyExecuted)),
                    ],
                    IsNumbered: false
                ),
            ]
        );
}
