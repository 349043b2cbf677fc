using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>What hindered and helped, and what is to be done about it.</summary>
internal static class FactorsChapter
{
    private const string Words = "report-factors";

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "factors",
                Messages.Text($"{Words}.Heading"),
                1,
                [
                    ReportParts.TableOr(
                        Messages.Text($"{Words}.None"),
                        Messages.Text($"{Words}.Caption"),
                        [
                            new(Messages.Text($"{Words}.Activity"), 10, IsNumber: true),
                            new(Messages.Text($"{Words}.Unit"), 12),
                            .. sources.Periods.Count == 1
                                ? Array.Empty<TableColumn>()
                                : [new(Messages.Text($"{Words}.Period"), 12)],
                            new(Messages.Text($"{Words}.Kind"), 14),
                            new(Messages.Text($"{Words}.Text"), 42),
                            new(Messages.Text($"{Words}.Author"), 14),
                        ],
                        sources
                            .Periods.SelectMany(report =>
                                report.Factors.Select(factor =>
                                    (Period: ReportParts.Within(sources, report.Period), Factor: factor)
                                )
                            )
                            .OrderBy(one => one.Factor.Activity)
                            .Select(one => Row(one.Period, one.Factor))
                    ),
                ]
            ),
        ];

    private static ReportTableRow Row(string period, ReportFactorRow factor) =>
        new([
            [ReportFigures.Number(factor.Activity)],
            [factor.Unit],
            .. period.Length == 0 ? [] : new ValueList<RichText>[] { [period] },
            [ReportParts.Word("report-factor", factor.Kind)],
            ReportParts.Paragraphs(factor.Text).Select(text => (RichText)text).ToValueList(),
            [ReportParts.Word("report-author", factor.Author)],
        ]);
}
