using Avance.Functions.Reports.Evaluations;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>How a policy may do better: the measures that bodies took, and what hindered them. Recommendations follow.</summary>
internal static class AlternativesChapter
{
    private const string Words = "report-alternatives";

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var codes = sources
            .Latest.Indicators.GroupBy(row => row.Activity)
            .ToDictionary(same => same.Key, same => same.First().Indicator);
        return
        [
            new ReportSection(
                "alternatives",
                Messages.Text($"{Words}.Heading"),
                1,
                [
                    ReportParts.TableOr(
                        Messages.Text($"{Words}.None"),
                        Messages.Text($"{Words}.Caption"),
                        [
                            new(Messages.Text($"{Words}.Indicator"), 14),
                            new(Messages.Text($"{Words}.Body"), 14),
                            new(Messages.Text($"{Words}.Kind"), 16),
                            new(Messages.Text($"{Words}.Text"), 50),
                        ],
                        sources
                            .Periods.SelectMany(report => report.Factors)
                            .Where(factor => codes.ContainsKey(factor.Activity))
                            .OrderBy(factor => factor.Activity)
                            .Select(factor =>
                                ReportParts.Row(
                                    codes[factor.Activity],
                                    factor.Unit,
                                    factor.Kind == nameof(FactorKind.ImprovementAction)
                                        ? Messages.Text($"{Words}.Measure")
                                        : ReportParts.Word("report-factor", factor.Kind),
                                    factor.Text
                                )
                            )
                    ),
                ]
            ),
        ];
    }
}
