namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>The compliance of each unit as a chart.</summary>
internal static class ComplianceChapter
{
    private const string Words = "report-compliance";

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var units = SummaryChapter.Ranked(sources.Latest).ToValueList();
        return
        [
            new ReportSection(
                "compliance",
                Messages.Text($"{Words}.Heading"),
                1,
                units.Count == 0
                    ? [ReportParts.Paragraph(ReportParts.Word("report-summary", "NoUnits"))]
                    :
                    [
                        ReportParts.Paragraph(Messages.Text($"{Words}.Intro")),
                        new ChartBlock(
                            Messages.Text($"{Words}.Caption"),
                            string.Join("; ", units.Select(unit => $"{unit.Unit}: {ReportFigures.Compliance(unit)}")),
                            units.Select(unit => unit.Unit).ToValueList(),
                            [
                                new(
                                    Messages.Text($"{Words}.Series"),
                                    units
                                        .Select(unit => unit.GoalsInMean == 0 ? (double?)null : unit.ComplianceShown)
                                        .ToValueList()
                                ),
                            ],
                            IsHorizontal: true,
                            "%"
                        ),
                    ]
            ),
        ];
    }
}
