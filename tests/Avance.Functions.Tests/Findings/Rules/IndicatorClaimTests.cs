using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings.Rules;

/// <summary>What the rules say, and do not say, of an indicator of a policy.</summary>
public sealed class IndicatorClaimTests
{
    [Theory]
    [InlineData(9.9, 0)]
    [InlineData(10, 1)]
    public void Examine_PercentOfAThousand_AsksForTheTarget(double executed, int expected) =>
        Claim()
            .Indicator(IndicatorMethod.Ratio)
            .Goal(1, (decimal)executed, GoalMeasure.Value)
            .Build()
            .Raised("target-implausible")
            .Count.ShouldBe(expected);

    /// <summary>0.004 where 0.04 was expected is ten times as good by the inverse ratio.</summary>
    [Fact]
    public void Examine_PercentOfAThousandByTheMethodOfTheIndicator_AsksForTheTarget() =>
        Claim()
            .Indicator(IndicatorMethod.InverseRatio, IndicatorDirection.Descending)
            .Goal(0.04m, 0.004m, GoalMeasure.Value)
            .ShouldRaise("target-implausible")
            .Arguments.ShouldBe(["2023", "0.004", "0.04", "1,000"]);

    /// <summary>7.6 is better than 7.8 where less is better, though it is less.</summary>
    [Fact]
    public void Examine_DescendingIndicatorBelowItsTarget_HasMetIt() =>
        Claim()
            .Indicator(IndicatorMethod.BaselineGap, IndicatorDirection.Descending, 8.8m)
            .Goal(7.8m, 7.6m, GoalMeasure.Value)
            .ShouldNotRaise("below-target-unexplained");

    [Fact]
    public void Examine_IndicatorShortOfItsTarget_IsAskedWhyInItsWords() =>
        Claim()
            .Indicator(IndicatorMethod.BaselineGap, IndicatorDirection.Descending, 7.07m)
            .Goal(5.4m, 5.5m, GoalMeasure.Value)
            .ShouldRaise("below-target-unexplained")
            .Arguments[0]
            .ShouldBe("En 2023 se obtuvo 5.5 y el logro esperado es 5.4 (94 %).");

    /// <summary>What was obtained in 2022 is not known here: nothing may be said.</summary>
    [Fact]
    public void Examine_AccumulatedIndicatorOfWhichEarlierYearsCount_IsNotSaidToBeBelow() =>
        Claim()
            .Indicator(IndicatorMethod.AccumulatedRatio, earlierTargets: new IndicatorTarget(2022, 40))
            .Goal(45, 10, GoalMeasure.Value)
            .ShouldNotRaise("below-target-unexplained");

    [Theory]
    [InlineData("claim-differs")]
    [InlineData("list-differs")]
    [InlineData("number-missing")]
    [InlineData("evidence-other-kind")]
    [InlineData("sex-list-missing")]
    [InlineData("claim-without-number")]
    public void Examine_SourceWithManyNumbers_AccusesNobody(string code) =>
        Claim()
            .Cites()
            .Indicator(IndicatorMethod.Ratio)
            .Goal(76.1m, 78.1m, GoalMeasure.Value)
            .File("ENDES 2021.pdf", Read.Lines("Encuesta\n1,250 mujeres encuestadas, 41 % en el área rural\n64.2 %"))
            .ShouldNotRaise(code);

    [Theory]
    [InlineData(Outcome.NotReported)]
    [InlineData(Outcome.SourceNotProduced)]
    [InlineData(Outcome.UnderReview)]
    public void Examine_IndicatorWithoutInformation_IsNotSaidToHaveAFigureInItsFiles(Outcome outcome)
    {
        var claim = Claim()
            .Indicator(IndicatorMethod.Ratio)
            .Goal(50, null, GoalMeasure.Value, outcome: outcome)
            .Build();

        claim.Raised("evidence-not-claimed").ShouldBeEmpty();
        claim.Raised("below-target-unexplained").ShouldBeEmpty();
        claim.Raised("target-implausible").ShouldBeEmpty();
    }

    private static ClaimBuilder Claim() =>
        new ClaimBuilder().Activity("Personas atendidas", "Número de personas", "Reporte de la fuente");
}
