using System.Globalization;
using System.Text.Json.Nodes;
using Avance.Functions.Plans.Indicators;

namespace Avance.Functions.Tests.Plans.Indicators;

/// <summary>The indicators of the national policy's objectives in 2021, as their compliance report prints them.</summary>
public sealed class PublishedIndicatorsTests
{
    private const int Year = 2021;

    private static readonly string Folder = RepositoryRoot.File(
        "tests/Avance.Functions.Tests/Plans/Indicators/Reference"
    );

    /// <summary>Not printed: the printed percents need them.</summary>
    private static readonly Dictionary<string, decimal> InferredBaselines = new()
    {
        ["IOP.01.01"] = 8.8m,
        ["IOP.02.02"] = 7.07m,
        ["IOP.03.01"] = 19.87m,
    };

    private static readonly IReadOnlyList<Row> Rows =
    [
        .. File.ReadLines(Path.Combine(Folder, "indicators.csv")).Skip(1).Select(Row.Parse),
    ];

    public static TheoryData<string> Printed { get; } =
    [.. Rows.Where(row => row.Percent is not null).Select(row => row.Indicator.Code)];

    [Fact]
    public void Counts_OfTheObjectives_AreThosePublished()
    {
        var published = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "published.json")))![
            "objectiveIndicators"
        ]!;

        var counts = PolicyCounts.Of(Rows.Select(row => IndicatorRules.Evaluate(row.Indicator, Year, [row.Actual])));

        counts.ShouldBe(
            new PolicyCounts((int)published["exceeded"]!, (int)published["notMet"]!, (int)published["noInformation"]!)
        );
        counts.Total.ShouldBe((int)published["total"]!);
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Percent_Printed_IsReproduced(string code)
    {
        var row = Rows.Single(one => one.Indicator.Code == code);
        var (target, actual) = (row.Indicator.TargetOf(Year)!.Value, row.Actual.Value!.Value);

        PublishedPercent.IsReproduced(row.Indicator, target, actual, row.Percent!.Value).ShouldBeTrue();
        PublishedPercent.IsReproduced(row.Indicator, target, actual, row.Percent!.Value + 20).ShouldBeFalse();
    }

    [Fact]
    public void Baseline_ThatIsNotPrinted_IsInferredWithinItsTolerance()
    {
        var row = Rows.Single(one => one.Indicator.Code == "IOP.02.02");

        var (least, largest) = PublishedPercent
            .InferBaseline(row.Indicator.TargetOf(Year)!.Value, row.Actual.Value!.Value, row.Percent!.Value)
            .ShouldNotBeNull();

        decimal.Round(least, 2).ShouldBe(6.23m);
        decimal.Round(largest, 2).ShouldBe(7.92m);
    }

    private sealed record Row(Indicator Indicator, IndicatorActual Actual, decimal? Percent)
    {
        public static Row Parse(string line)
        {
            var cells = line.Split(',');
            var (code, target) = (cells[0], Number(cells[6]));
            var method = cells[5] switch
            {
                "baseline" => IndicatorMethod.BaselineGap,
                "unknown" => IndicatorMethod.InverseRatio,
                _ => IndicatorMethod.Ratio,
            };
            var direction = cells[4] == "descending" ? IndicatorDirection.Descending : IndicatorDirection.Ascending;
            var information = cells[9] switch
            {
                "reported" => InformationStatus.Reported,
                "not_submitted" => InformationStatus.NotSubmitted,
                _ => InformationStatus.SourceNotProduced,
            };
            return new Row(
                new Indicator(
                    code,
                    cells[10],
                    direction,
                    method,
                    "%",
                    InferredBaselines.TryGetValue(code, out var baseline) ? baseline : null,
                    target is { } value ? [new IndicatorTarget(Year, value)] : [],
                    "",
                    cells[3]
                ),
                new IndicatorActual(Year, information, Number(cells[7])),
                Number(cells[8])
            );
        }

        private static decimal? Number(string text) =>
            text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
    }
}
