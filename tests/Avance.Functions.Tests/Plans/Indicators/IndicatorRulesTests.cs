using Avance.Functions.Plans.Indicators;

namespace Avance.Functions.Tests.Plans.Indicators;

/// <summary>How far an indicator has come.</summary>
public sealed class IndicatorRulesTests
{
    [Theory]
    [InlineData(IndicatorMethod.Ratio, 50, 40, null, 80)]
    [InlineData(IndicatorMethod.Ratio, 0.3, 14.3, null, 4766.7)]
    [InlineData(IndicatorMethod.InverseRatio, 12.9, 8.6, null, 150)]
    [InlineData(IndicatorMethod.BaselineGap, 20, 15, 10.0, 50)]
    [InlineData(IndicatorMethod.BaselineGap, 10, 15, 20.0, 50)]
    [InlineData(IndicatorMethod.BaselineGap, 10, 25, 20.0, -50)]
    public void Percent_ByMethod_IsNeitherCappedNorRounded(
        IndicatorMethod method,
        double target,
        double actual,
        double? baseline,
        double percent
    )
    {
        var indicator = Of(method, (decimal?)baseline, (2021, (decimal)target));

        var result = Evaluate(indicator, (2021, (decimal)actual));

        result.Missing.ShouldBeNull();
        decimal.Round(result.Percent!.Value, 1).ShouldBe((decimal)percent);
    }

    [Theory]
    [InlineData(IndicatorMethod.BaselineGap, 10.0, 10.0, 5.0, MissingPercent.BaselineIsTarget)]
    [InlineData(IndicatorMethod.BaselineGap, null, 10.0, 5.0, MissingPercent.NoBaseline)]
    [InlineData(IndicatorMethod.Ratio, null, null, 5.0, MissingPercent.NoTarget)]
    [InlineData(IndicatorMethod.Ratio, null, 10.0, null, MissingPercent.NoActual)]
    [InlineData(IndicatorMethod.Ratio, null, 0.0, 5.0, MissingPercent.DividedByZero)]
    [InlineData(IndicatorMethod.InverseRatio, null, 5.0, 0.0, MissingPercent.DividedByZero)]
    [InlineData(IndicatorMethod.AccumulatedRatio, null, 0.0, 5.0, MissingPercent.DividedByZero)]
    public void Percent_ThatCannotBeComputed_SaysWhy(
        IndicatorMethod method,
        double? baseline,
        double? target,
        double? actual,
        MissingPercent missing
    )
    {
        var indicator = Of(method, (decimal?)baseline, target is { } value ? [(2021, (decimal)value)] : []);

        var result = Evaluate(indicator, actual is { } reached ? [(2021, (decimal)reached)] : []);

        result.Percent.ShouldBeNull();
        result.Missing.ShouldBe(missing);
    }

    [Fact]
    public void Percent_Accumulated_AddsUpTheYearsSoFar()
    {
        var indicator = Of(IndicatorMethod.AccumulatedRatio, null, (2021, 10), (2022, 10), (2023, 20));

        var result = IndicatorRules.Evaluate(indicator, 2022, [Actual(2021, 4), Actual(2022, 12), Actual(2023, 99)]);

        result.Percent.ShouldBe(80);
        result.IsExceeded.ShouldBe(false);
        IndicatorRules.Evaluate(indicator, 2022, [Actual(2022, 12)]).Missing.ShouldBe(MissingPercent.NoActual);
    }

    [Theory]
    [InlineData(IndicatorDirection.Ascending, 60, true, 2024)]
    [InlineData(IndicatorDirection.Ascending, 50, true, null)]
    [InlineData(IndicatorDirection.Ascending, 90, true, 2030)]
    [InlineData(IndicatorDirection.Ascending, 49.9, false, null)]
    [InlineData(IndicatorDirection.Descending, 50, true, null)]
    [InlineData(IndicatorDirection.Descending, 50.1, false, null)]
    public void Target_ReachedOrPassed_IsSaidWithTheLastLaterOneThatIs(
        IndicatorDirection direction,
        double actual,
        bool exceeded,
        int? beyond
    )
    {
        var sign = direction == IndicatorDirection.Ascending ? 1 : -1;
        var indicator = Of(
            IndicatorMethod.Ratio,
            null,
            (2021, 50),
            (2024, 50 + (10 * sign)),
            (2030, 50 + (40 * sign))
        ) with
        {
            Direction = direction,
        };

        var result = Evaluate(indicator, (2021, (decimal)actual));

        result.IsExceeded.ShouldBe(exceeded);
        result.BeyondTargetOf.ShouldBe(beyond);
    }

    [Fact]
    public void Information_OfAYearThatNobodyReported_IsNotSubmitted() =>
        Evaluate(Of(IndicatorMethod.Ratio, null, (2021, 10))).Information.ShouldBe(InformationStatus.NotSubmitted);

    private static Indicator Of(
        IndicatorMethod method,
        decimal? baseline,
        params (int Year, decimal Value)[] targets
    ) =>
        new(
            "IOP.01.01",
            IndicatorDirection.Ascending,
            method,
            baseline,
            targets.Select(target => new IndicatorTarget(target.Year, target.Value)).ToValueList()
        );

    private static IndicatorActual Actual(int year, decimal value) => new(year, InformationStatus.Reported, value);

    private static IndicatorResult Evaluate(Indicator indicator, params (int Year, decimal Value)[] actuals) =>
        IndicatorRules.Evaluate(indicator, 2021, [.. actuals.Select(actual => Actual(actual.Year, actual.Value))]);
}
