using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Tests.Builders;
using Avance.Samples;

namespace Avance.Functions.Tests.Plans.Indicators;

/// <summary>The sample policy has the figures that were copied from the source (<c>indicators-2021.csv</c>), and no others.</summary>
public sealed class SampleSourceTests
{
    private static readonly Plan Plan = SamplePolicy.Plan;

    public static TheoryData<string> Lines { get; } =
    [
        .. File.ReadLines(RepositoryRoot.File("tests/Avance.Functions.Tests/Plans/Indicators/indicators-2021.csv"))
            .Skip(1),
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Indicator_OfAnObjective_HasTheFiguresOfTheSource(string line)
    {
        var cells = line.Split(',');
        var sheet = Plan.Policy!.Indicators.Single(indicator => indicator.Code == cells[0]);
        var sent = PolicyProgress.Read(SamplePolicy.Folder).Single(row => row.Code == cells[0]);

        sheet.Of.ShouldBe(cells[2]);
        Plan.FindActivity(sheet.Activity)!.ResponsibleUnit.ShouldBe(new UnitCode(cells[3]));
        sent.Actual.ShouldBe(Number(cells[7]));
        Plan.Policy.FindPublished(sheet.Activity, 2021)?.Percent.ShouldBe(Number(cells[8])!.Value);
        sent.Outcome.ShouldBe(
            cells[9] switch
            {
                "reported" => "reported",
                "not_submitted" => "notReported",
                _ => "sourceNotProduced",
            }
        );
        if (Number(cells[6]) is { } target)
        {
            Plan.FindIndicator(sheet.Activity)!.TargetOf(2021).ShouldBe(target);
            sheet.Direction.ShouldBe(
                cells[4] == "descending" ? IndicatorDirection.Descending : IndicatorDirection.Ascending
            );
            sheet.Method.ShouldBe(
                cells[5] switch
                {
                    "baseline" => IndicatorMethod.BaselineGap,
                    // The source does not say: it is what gives the printed percent.
                    "unknown" => IndicatorMethod.InverseRatio,
                    _ => IndicatorMethod.Ratio,
                }
            );
        }
        else
        {
            // A target that the source does not print is an example, and says so.
            Plan.FindActivity(sheet.Activity)!.Title.ShouldContain("ejemplo");
        }
    }

    private static decimal? Number(string text) =>
        text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
