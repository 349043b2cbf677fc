namespace Avance.Functions.Reports.Composition.Chapters;

internal static class ConclusionsChapter
{
    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "conclusions",
                ReportParts.Word("report-conclusions", "Heading"),
                1,
                ReportParts.Written(sources, "conclusions")
            ),
        ];
}
