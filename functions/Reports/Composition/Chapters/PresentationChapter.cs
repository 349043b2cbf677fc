namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>What the report is, and the norms that it rests on.</summary>
internal static class PresentationChapter
{
    private const string Words = "report-presentation";

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "presentation",
                Messages.Text($"{Words}.Heading"),
                1,
                ReportParts.Written(sources, "presentation")
            ),
            new ReportSection(
                "legal-basis",
                Messages.Text($"{Words}.LegalBasis"),
                1,
                !string.IsNullOrWhiteSpace(sources.Texts.GetValueOrDefault("legal-basis"))
                    ? ReportParts.Written(sources, "legal-basis")
                    : [ReportParts.Paragraph(sources.Plan.Header.LegalBasis)]
            ),
        ];
}
