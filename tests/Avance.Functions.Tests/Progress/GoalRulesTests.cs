using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Tests.Progress;

public sealed class GoalRulesTests
{
    private static readonly ActivityNumber Number = new(34);
    private static readonly Goal Count = new(Number, 2023, 8, GoalMeasure.Count);
    private static readonly Goal Percent = new(Number, 2023, 70, GoalMeasure.Percent);

    [Fact]
    public void Evaluate_CountInBothPeriods_AddsThemUp() =>
        Evaluate(Count, First(3), Second(5)).ShouldBe(new GoalResult(Count, Outcome.Reported, 8, 100));

    [Fact]
    public void Evaluate_PercentInBothPeriods_TakesTheLatest() =>
        Evaluate(Percent, Second(35), First(63)).ShouldBe(new GoalResult(Percent, Outcome.Reported, 35, 50));

    [Fact]
    public void Evaluate_MoreThanTheTarget_IsNotCapped() =>
        Evaluate(Percent, Second(86)).Percent.ShouldBe(86m * 100 / 70);

    [Fact]
    public void Evaluate_NothingReported_IsZero() =>
        Evaluate(Count).ShouldBe(new GoalResult(Count, Outcome.NotReported, null, 0));

    [Fact]
    public void Evaluate_NotReportedAfterANumber_KeepsTheNumber() =>
        Evaluate(Count, First(4), Second(Outcome.NotReported)).Percent.ShouldBe(50);

    [Fact]
    public void Evaluate_Rescheduled_IsZeroWhateverCameBefore() =>
        Evaluate(Count, First(4), Second(Outcome.Rescheduled))
            .ShouldBe(new GoalResult(Count, Outcome.Rescheduled, null, 0));

    [Fact]
    public void Evaluate_NumberAfterRescheduled_CountsAgain() =>
        Evaluate(Count, First(Outcome.Rescheduled), Second(8)).Percent.ShouldBe(100);

    [Fact]
    public void Evaluate_CountNotQuantifiedInOnePeriod_HasNoPercentAndIsNotFullyExecuted()
    {
        var result = Evaluate(Count, First(Outcome.NotQuantified), Second(8));

        result.Percent.ShouldBeNull();
        result.IsFullyExecuted.ShouldBeFalse();
        result.IsProgrammed.ShouldBeTrue();
    }

    [Fact]
    public void Evaluate_PercentNotQuantifiedAfterANumber_KeepsTheLastNumber() =>
        Evaluate(Percent, First(70), Second(Outcome.NotQuantified)).Percent.ShouldBe(100);

    [Theory]
    [InlineData(Outcome.Reformulated)]
    [InlineData(Outcome.Suspended)]
    public void Evaluate_LeftThePlan_IsNotProgrammed(Outcome outcome)
    {
        var result = Evaluate(Count, First(4), Second(outcome));

        result.IsProgrammed.ShouldBeFalse();
        result.Percent.ShouldBeNull();
    }

    [Theory]
    [InlineData(ActivityStatus.Suspended, Outcome.Suspended)]
    [InlineData(ActivityStatus.Reformulated, Outcome.Reformulated)]
    public void Evaluate_ActivityLeftThePlan_IsNotProgrammedWhateverWasReported(
        ActivityStatus status,
        Outcome expected
    ) => GoalRules.Evaluate(Count, status, [Second(8)]).ShouldBe(new GoalResult(Count, expected, null, null));

    private static GoalResult Evaluate(Goal goal, params ReportedGoal[] reports) =>
        GoalRules.Evaluate(goal, ActivityStatus.Active, reports);

    private static ReportedGoal First(decimal executed) => Of(1, Outcome.Reported, executed);

    private static ReportedGoal First(Outcome outcome) => Of(1, outcome, null);

    private static ReportedGoal Second(decimal executed) => Of(2, Outcome.Reported, executed);

    private static ReportedGoal Second(Outcome outcome) => Of(2, outcome, null);

    private static ReportedGoal Of(int semester, Outcome outcome, decimal? executed) =>
        new(Number, 2023, new Period(2023, semester), outcome, executed);
}
