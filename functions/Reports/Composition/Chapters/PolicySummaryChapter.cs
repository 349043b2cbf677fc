using Avance.Functions.Plans.Indicators;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Rows;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>How many indicators of a policy met their target, of objectives and of services.</summary>
internal static class PolicySummaryChapter
{
    private const string Words = "report-policy";

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var report = sources.Latest;
        var (objectives, services) = (Of(report, IndicatorRows.OfObjective), Of(report, IndicatorRows.OfService));
        return
        [
            new ReportSection(
                "summary",
                ReportParts.Word("report-summary", "Heading"),
                1,
                [
                    .. ReportParts.Written(sources, "summary"),
                    Counts(objectives, services, PolicyReport.CountsOf(report.Indicators)),
                    Chart(objectives, services),
                    Services(report.Services),
                ]
            ),
        ];
    }

    private static PolicyCounts Of(Report report, string level) =>
        PolicyReport.CountsOf(report.Indicators.Where(row => row.Level == level));

    private static TableBlock Counts(PolicyCounts objectives, PolicyCounts services, PolicyCounts all) =>
        new(
            Messages.Text($"{Words}.Counts"),
            [
                new(Messages.Text($"{Words}.Level"), 24),
                new(Messages.Text($"{Words}.Indicators"), 14, IsNumber: true),
                new(Messages.Text($"{Words}.Exceeded"), 18, IsNumber: true),
                new(Messages.Text($"{Words}.NotMet"), 18, IsNumber: true),
                new(Messages.Text($"{Words}.NoInformation"), 18, IsNumber: true),
            ],
            [Row("Objectives", objectives), Row("Services", services), Row("All", all) with { IsTotal = true }]
        );

    private static ReportTableRow Row(string level, PolicyCounts counts) =>
        ReportParts.Row(
            Messages.Text($"{Words}.{level}"),
            ReportFigures.Number(counts.Total),
            Share(counts.Exceeded, counts.Shares[0]),
            Share(counts.NotMet, counts.Shares[1]),
            Share(counts.NoInformation, counts.Shares[2])
        );

    private static string Share(int count, int share) =>
        Messages.Text($"{Words}.Share", ReportFigures.Number(count), ReportFigures.Percent(share));

    private static ChartBlock Chart(PolicyCounts objectives, PolicyCounts services)
    {
        (string Level, PolicyCounts Counts)[] levels = [("Objectives", objectives), ("Services", services)];
        return new ChartBlock(
            Messages.Text($"{Words}.Chart"),
            string.Join(
                "; ",
                levels.Select(one =>
                    Messages.Text(
                        $"{Words}.ChartInWords",
                        Messages.Text($"{Words}.{one.Level}"),
                        one.Counts.Exceeded,
                        one.Counts.NotMet,
                        one.Counts.NoInformation
                    )
                )
            ),
            levels.Select(one => Messages.Text($"{Words}.{one.Level}")).ToValueList(),
            [
                Series("Exceeded", counts => counts.Exceeded),
                Series("NotMet", counts => counts.NotMet),
                Series("NoInformation", counts => counts.NoInformation),
            ],
            IsHorizontal: false,
            ""
        );

        ChartSeries Series(string name, Func<PolicyCounts, int> of) =>
            new(Messages.Text($"{Words}.{name}"), levels.Select(one => (double?)of(one.Counts)).ToValueList());
    }

    private static TableBlock Services(ValueList<ReportServiceRow> services) =>
        new(
            Messages.Text($"{Words}.ServiceCounts"),
            [
                new(ReportParts.Word("report-summary", "Figure"), 4),
                new(ReportParts.Word("report-summary", "Value"), 1, IsNumber: true),
            ],
            [
                ReportParts.Row(Messages.Text($"{Words}.AllServices"), ReportFigures.Number(services.Count)),
                ReportParts.Row(
                    Messages.Text($"{Words}.InForce"),
                    ReportFigures.Number(services.Sum(service => service.InForce))
                ),
                ReportParts.Row(
                    Messages.Text($"{Words}.Evaluated"),
                    ReportFigures.Number(services.Sum(service => service.Evaluated))
                ),
            ]
        );
}
