using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.National;

public sealed class NationalPlanRulesTests
{
    [Fact]
    public void Of_PlanReportedOnceAYear_CoversBothSemesters()
    {
        var rows = NationalPlanRules.Of(
            TestReports.Of((TestReports.Second, TestReports.Sector with { FirstYear = 2022 }))
        );

        rows.Keys.ShouldBe([new Period(2022, 1), new(2022, 2), new(2023, 1), new(2023, 2)]);
        var silent = rows[TestReports.First].Row;
        (silent.HasPeriod, silent.NotComparable, silent.Programmed, silent.Due).ShouldBe((0, "NoPeriod", 0, 0));
        (silent.Name, silent.Body).ShouldBe(("Plan de igualdad", "MIMP"));
        var reported = rows[TestReports.Second].Row;
        (reported.HasPeriod, reported.NotComparable, reported.Programmed).ShouldBe((1, "", 4));
    }

    /// <summary>A period may lie beyond the years of the plan, when the plan's years were corrected.</summary>
    [Fact]
    public void Of_PeriodOutsideTheYears_IsThere() =>
        NationalPlanRules
            .Of(TestReports.Of((new Period(2024, 1), TestReports.Sector)))
            .Keys.ShouldBe([TestReports.First, TestReports.Second, new Period(2024, 1)]);

    [Fact]
    public void Of_RowOfAnEarlierVersion_IsLeftOutUntilItIsCompiledAgain()
    {
        var earlier = TestReports.Sector with { Kind = "", FirstYear = 0, LastYear = 0 };

        NationalPlanRules.Of(TestReports.Of((TestReports.Second, earlier))).ShouldBeEmpty();
        NationalPlanRules
            .Of(TestReports.Of((TestReports.First, earlier), (TestReports.Second, TestReports.Sector)))[
                TestReports.First
            ]
            .Row.HasPeriod.ShouldBe(0);
    }

    [Fact]
    public void Of_NoReport_IsNothing() => NationalPlanRules.Of(TestReports.Of()).ShouldBeEmpty();

    public static TheoryData<string, ReportPlanRow> Reasons =>
        new()
        {
            { "", TestReports.Sector },
            { "OtherKind", TestReports.Policy },
            { "OtherKind", TestReports.WorkPlan },
            { "Open", TestReports.Sector with { Closed = 0 } },
            { "NothingSent", TestReports.Sector with { Sent = 0, Accepted = 0, Reported = 0 } },
            // Returned, or sent in the first semester alone: the level is not silence.
            { "", TestReports.Sector with { Sent = 0, Accepted = 0 } },
            { "NothingDue", TestReports.Sector with { Programmed = 0 } },
            // What was not sent counts as 0 by the rules of the plan: the level stands.
            { "", TestReports.Sector with { Sent = 1 } },
        };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void NotComparable_SaysWhy(string reason, ReportPlanRow report)
    {
        NationalPlanRules.NotComparable(report).ShouldBe(reason);

        var row = TestReports.National("plan-a", report);
        (row.NotComparable, row.Comparable).ShouldBe((reason, reason.Length == 0 ? 1 : 0));
    }

    [Fact]
    public void Of_AchievementsOfAThemeSpelledTwoWays_AreOneTheme()
    {
        var reports = TestReports.Of((TestReports.Second, TestReports.Sector)) with
        {
            Achievements = new[]
            {
                TestReports.Achievement("Directivas", 120),
                TestReports.Achievement("DIRECTIVAS", 30),
                TestReports.Achievement("Capacitación"),
            }.ToLookup(_ => TestReports.Second),
        };

        var plan = NationalPlanRules.Of(reports)[TestReports.Second];

        plan.Row.Achievements.ShouldBe(3);
        plan.Themes.Select(theme => (theme.Theme, theme.Achievements, theme.People))
            .ShouldBe([("Capacitación", 1, 0), ("Directivas", 2, 150)]);
    }
}
