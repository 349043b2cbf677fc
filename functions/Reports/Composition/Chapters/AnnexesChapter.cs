using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>Findings that are open, and the files of evidence.</summary>
internal static class AnnexesChapter
{
    private const string Words = "report-annexes";

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "annexes",
                Messages.Text($"{Words}.Heading"),
                1,
                [ReportParts.Paragraph(Messages.Text($"{Words}.Intro"))],
                IsLandscape: true
            ),
            new ReportSection(
                "annex-findings",
                Messages.Text($"{Words}.FindingsHeading"),
                2,
                [Findings(sources)],
                IsLandscape: true
            ),
            new ReportSection(
                "annex-evidence",
                Messages.Text($"{Words}.EvidenceHeading"),
                2,
                [Evidence(sources)],
                IsLandscape: true
            ),
        ];

    private static ReportBlock Findings(ReportSources sources) =>
        ReportParts.TableOr(
            Messages.Text($"{Words}.NoFindings"),
            Messages.Text($"{Words}.FindingsCaption"),
            [
                new(Messages.Text($"{Words}.Activity"), 10, IsNumber: true),
                new(Messages.Text($"{Words}.Unit"), 14),
                new(Messages.Text($"{Words}.Finding"), 32),
                new(Messages.Text($"{Words}.Detail"), 62),
                new(Messages.Text($"{Words}.Severity"), 14),
                new(Messages.Text($"{Words}.State"), 14),
            ],
            All(sources, report => report.Findings)
                .Where(one => one.Row.Counts == 1)
                .OrderBy(one => one.Row.Activity)
                .Select(one =>
                    ReportParts.Row(
                        ReportFigures.Number(one.Row.Activity),
                        one.Row.Unit,
                        one.Row.Title,
                        one.Detail,
                        ReportParts.Word("report-severity", one.Row.Severity),
                        ReportParts.Word("report-finding-state", one.Row.State)
                    )
                )
        );

    private static ReportBlock Evidence(ReportSources sources) =>
        ReportParts.TableOr(
            Messages.Text($"{Words}.NoEvidence"),
            Messages.Text($"{Words}.EvidenceCaption"),
            [
                new(Messages.Text($"{Words}.Activity"), 10, IsNumber: true),
                new(Messages.Text($"{Words}.Unit"), 14),
                new(Messages.Text($"{Words}.File"), 44),
                new(Messages.Text($"{Words}.Type"), 24),
                new(Messages.Text($"{Words}.Number"), 34),
                new(Messages.Text($"{Words}.State"), 14),
                new(Messages.Text($"{Words}.UploadedAt"), 14),
            ],
            All(sources, report => report.Evidence)
                // What was uploaded and not sent is not given as proof yet.
                .Where(one => one.Row.Sent == 1)
                .OrderBy(one => one.Row.Activity)
                .ThenBy(one => one.Row.UploadedAt)
                .Select(one =>
                    ReportParts.Row(
                        ReportFigures.Number(one.Row.Activity),
                        one.Row.Unit,
                        one.Detail,
                        ReportParts.Word("report-evidence-type", one.Row.Type),
                        one.Row.HasNumber == 1 ? one.Row.Number : Messages.Text($"{Words}.WithoutNumber"),
                        ReportParts.Word("report-evidence-state", one.Row.State),
                        one.Row.UploadedAt.ToOffset(sources.ComputedAt.Offset).ToString("dd/MM/yyyy", Messages.Culture)
                    )
                )
        );

    /// <summary>Rows of all periods with what the snapshot keeps beside each.</summary>
    private static IEnumerable<(TRow Row, string Detail)> All<TRow>(
        ReportSources sources,
        Func<Report, IEnumerable<TRow>> rows
    )
        where TRow : IReportRow =>
        sources.Periods.SelectMany(report =>
        {
            var details = report.Details.ToDictionary(
                detail => detail.Key,
                detail => detail.Text,
                StringComparer.Ordinal
            );
            return rows(report).Select(row => (row, details.GetValueOrDefault(row.Key, ReportFigures.None)));
        });
}
