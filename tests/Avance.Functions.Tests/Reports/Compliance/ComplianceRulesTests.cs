using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Tests.Reports.Compliance;

public sealed class ComplianceRulesTests
{
    [Fact]
    public void Evaluate_CarriedOverGoal_CountsByItself()
    {
        var plan = new TestPlan().Activity(1, "DA", target: 70, carriedOver: 70).Build();

        var result = ComplianceRules.Evaluate(plan, TestPlan.Second, [Sent(1, 2022, 86), Sent(1, 2023, 70)]);

        var unit = result.Units.ShouldHaveSingleItem();
        ComplianceRules.Shown(unit.Compliance!.Value).ShouldBe(111);
        unit.GoalsInMean.ShouldBe(2);
        result.Programmed.ShouldBe(1);
        result.FullyExecuted.ShouldBe(1);
    }

    [Fact]
    public void Evaluate_OneOfTwoGoalsBelow_ActivityIsNotFullyExecuted()
    {
        var plan = new TestPlan().Activity(1, target: 1, carriedOver: 1).Build();

        var result = ComplianceRules.Evaluate(plan, TestPlan.Second, [Sent(1, 2022, 5), Sent(1, 2023, 0)]);

        result.FullyExecuted.ShouldBe(0);
        result.ExecutionLevel.ShouldBe(0);
    }

    [Fact]
    public void Evaluate_NotQuantified_StaysOutOfTheMeanAndIsNotFullyExecuted()
    {
        var plan = new TestPlan().Activity(1, target: 2).Activity(2).Build();

        var result = ComplianceRules.Evaluate(
            plan,
            TestPlan.Second,
            [Sent(1, 2023, 1), Sent(2, 2023, null, Outcome.NotQuantified)]
        );

        result.Units[0].Compliance.ShouldBe(50);
        result.Programmed.ShouldBe(2);
        result.FullyExecuted.ShouldBe(0);
    }

    /// <summary>33.33…, 33.33… and 33.83…: rounded before they are added, they would miss the half.</summary>
    [Fact]
    public void Evaluate_MeanOfThirdsThatIsAHalf_IsExact()
    {
        var plan = new TestPlan().Activity(1, target: 3).Activity(2, target: 3).Activity(3, target: 600).Build();

        var result = ComplianceRules.Evaluate(
            plan,
            TestPlan.Second,
            [Sent(1, 2023, 1), Sent(2, 2023, 1), Sent(3, 2023, 203)]
        );

        result.Units.ShouldHaveSingleItem().Compliance.ShouldBe(33.5m);
    }

    [Fact]
    public void Evaluate_UnitWhoseOnlyActivityLeft_IsNotShown()
    {
        var plan = new TestPlan().Activity(1, "DM").Activity(2, "OC").Build();

        var result = ComplianceRules.Evaluate(plan, TestPlan.Second, [Sent(1, 2023, null, Outcome.Reformulated)]);

        result.Units.Select(unit => unit.Unit.Code.ToString()).ShouldBe(["OC"]);
        result.Programmed.ShouldBe(1);
    }

    [Fact]
    public void Evaluate_FirstPeriod_LeavesOutWhatCameLater()
    {
        var plan = new TestPlan().Activity(1, target: 10).Build();
        ReportedGoal[] sent = [Sent(1, 2023, 4, period: TestPlan.First), Sent(1, 2023, 6)];

        ComplianceRules.Evaluate(plan, TestPlan.First, sent).Units[0].Compliance.ShouldBe(40);
        ComplianceRules.Evaluate(plan, TestPlan.Second, sent).Units[0].Compliance.ShouldBe(100);
    }

    [Fact]
    public void Evaluate_YearWithoutGoals_HasNoExecutionLevel() =>
        ComplianceRules
            .Evaluate(new TestPlan().Activity(1).Build(), new Period(2024, 1), [])
            .ExecutionLevel.ShouldBeNull();

    [Theory]
    [InlineData(70.7692, 1, 70.8)]
    [InlineData(122.857, 0, 123)]
    [InlineData(0.5, 0, 1)]
    [InlineData(2.5, 0, 3)]
    [InlineData(-0.5, 0, -1)]
    public void Shown_Half_RoundsAwayFromZero(double percent, int decimals, double expected) =>
        ComplianceRules.Shown((decimal)percent, decimals).ShouldBe((decimal)expected);

    [Theory]
    [InlineData(95, TrafficLight.Green)]
    [InlineData(94.999, TrafficLight.Amber)]
    [InlineData(75, TrafficLight.Amber)]
    [InlineData(74.999, TrafficLight.Red)]
    [InlineData(0, TrafficLight.Red)]
    public void Light_AtTheThresholds_JudgesTheUnroundedPercent(double percent, TrafficLight expected) =>
        ComplianceRules.Light((decimal)percent, new PlanSettings()).ShouldBe(expected);

    [Fact]
    public void Light_NoPercent_IsNone() => ComplianceRules.Light(null, new PlanSettings()).ShouldBe(TrafficLight.None);

    private static ReportedGoal Sent(
        int activity,
        int goalYear,
        decimal? executed,
        Outcome outcome = Outcome.Reported,
        Period? period = null
    ) => new(new ActivityNumber(activity), goalYear, period ?? TestPlan.Second, outcome, executed);
}
