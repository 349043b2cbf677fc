using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports;

public sealed class DueCompilationRulesTests
{
    private static readonly Plan Plan = new TestPlan().Activity(1).Build();

    [Theory]
    [InlineData("2023-12-10T01:00:00-05:00", "2023-12-10T02:00:00-05:00")]
    [InlineData("2023-12-10T02:00:00-05:00", "2023-12-11T02:00:00-05:00")]
    [InlineData("2023-12-10T23:00:00-05:00", "2023-12-11T02:00:00-05:00")]
    public void NextAfter_OrdinaryDay_IsTwoAtNightInLima(string run, string next) =>
        DueCompilationRules
            .NextAfter(Plan, DateTimeOffset.Parse(run), PlanBuilder.Lima)
            .ShouldBe(DateTimeOffset.Parse(next));

    [Fact]
    public void NextAfter_PeriodClosesBeforeTheNight_IsTheClosing() =>
        DueCompilationRules.NextAfter(Plan, TestPlan.Closes.AddHours(-3), PlanBuilder.Lima).ShouldBe(TestPlan.Closes);

    [Fact]
    public void NextAfter_AtTheClosing_IsTheNight() =>
        DueCompilationRules.NextAfter(Plan, TestPlan.Closes, PlanBuilder.Lima).ShouldBe(TestPlan.Closes.AddHours(2));

    [Fact]
    public void IsDue_NeverCompiled_IsDue() => DueCompilationRules.IsDue(null, 1, TestPlan.WhileOpen).ShouldBeTrue();

    [Theory]
    [InlineData(false, 0, 60, false)]
    [InlineData(false, 0, -1, true)]
    [InlineData(false, 0, 0, true)]
    [InlineData(true, 60, -60, false)]
    [InlineData(true, 0, 60, true)]
    public void IsDue_AfterARun_IsDueAtItsTimeOrWhenARunDied(
        bool running,
        int minutesOfClaimLeft,
        int minutesUntilDue,
        bool expected
    )
    {
        var now = TestPlan.WhileOpen;
        var last = new Compilation(
            "run",
            running,
            now.AddMinutes(minutesOfClaimLeft),
            now.AddHours(-1),
            now.AddMinutes(minutesUntilDue),
            3,
            0
        );

        DueCompilationRules.IsDue(last, 3, now).ShouldBe(expected);
    }

    [Fact]
    public void IsDue_PlanChangedSince_IsDue()
    {
        var now = TestPlan.WhileOpen;
        var last = new Compilation("run", false, now, now.AddHours(-1), now.AddHours(5), 3, 0);

        DueCompilationRules.IsDue(last, 4, now).ShouldBeTrue();
    }
}
