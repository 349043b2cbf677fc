using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reports.National;

public sealed class ConsolidationRunnerTests(AzuriteFixture azurite)
{
    private static readonly NationalScope Scope = new(TestReports.Second);

    private readonly NationalDriver driver = new(azurite.NewAccount());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_FirstTime_ConsolidatesAllPlansMarkedOrNot()
    {
        await AddThreeAsync();
        await driver.Consolidations.UnmarkAsync([.. await driver.Consolidations.MarksAsync(Cancel)], Cancel);
        await driver.RegisterGroupAsync("CSIG-MIMP", "MIMP");

        (await driver.RunAsync()).ShouldBe(new ConsolidationOutcome(3, 3, 2));

        var totals = (await TotalsAsync()).ShouldNotBeNull();
        (totals.Plans, totals.PlansComparable, totals.Policies, totals.Achievements).ShouldBe((2, 2, 1, 3));
        (totals.Bodies, totals.BodiesWithGroup, totals.BodiesWithPlan).ShouldBe((4, 1, 2));
        (await driver.Tables.Themes.ReadAsync(Scope, Cancel))
            .Select(theme => (theme.Plan, theme.Theme, theme.Achievements, theme.People))
            .ShouldBe([
                ("mimp", "Capacitación", 1, 120),
                ("mimp", "Directivas", 1, 0),
                ("produce", "Directivas", 1, 0),
            ]);
    }

    [Fact]
    public async Task Run_NothingChanged_ReadsNoPlanAndWritesNoRow()
    {
        await AddThreeAsync();
        await driver.RunAsync("first");
        var before = await driver.ContentAsync(withRun: true);
        driver.Clock.Advance(TimeSpan.FromHours(1));
        driver.Faults.Reset();

        (await driver.RunAsync("second")).ShouldBe(new ConsolidationOutcome(0, 0, 0));

        (await driver.ContentAsync(withRun: true)).ShouldBe(before);
        // The run, the marks, the groups and the plans that they follow; and the lease with its end.
        (driver.Faults.Reads, driver.Faults.Writes).ShouldBe((4, 2));
    }

    [Fact]
    public async Task Run_PlanCompiledToTheSame_WritesNoRow()
    {
        await AddThreeAsync();
        await driver.RunAsync("first");
        var before = await driver.ContentAsync(withRun: true);
        await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector, Themes());

        (await driver.RunAsync("second")).ShouldBe(new ConsolidationOutcome(1, 0, 0));

        (await driver.ContentAsync(withRun: true)).ShouldBe(before);
        (await driver.Consolidations.MarksAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_OnePlanChanged_ReadsTheReportsOfThatPlanAlone()
    {
        await AddThreeAsync();
        await driver.RunAsync("first");
        await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector with { FullyExecuted = 4 }, Themes());
        driver.Faults.Reset();

        (await driver.RunAsync("second")).ShouldBe(new ConsolidationOutcome(1, 1, 1));

        ((await TotalsAsync())!.FullyExecuted).ShouldBe(7);
        var reports = driver
            .Faults.Requests.Where(request =>
                request.Contains("/reportplan(", StringComparison.Ordinal)
                || request.Contains("/reportachievement(", StringComparison.Ordinal)
            )
            .ToList();
        reports.Count.ShouldBe(2);
        reports.ShouldAllBe(request => request.Contains("mimp%7C", StringComparison.Ordinal));
        var written = (await driver.ContentAsync(withRun: true)).Where(row =>
            row.Contains("RunId=second", StringComparison.Ordinal)
        );
        // Of the other plans, bodies and semesters nothing.
        written.ShouldAllBe(row =>
            row.Contains("Period=2023-II", StringComparison.Ordinal)
            && (
                row.StartsWith("reportnational:", StringComparison.Ordinal)
                || row.Contains("BodyKey=MIMP", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Run_WhatAPlanNoLongerHas_IsDeleted()
    {
        await AddThreeAsync();
        await driver.CompileAsync("mimp", new Period(2024, 1), TestReports.Sector);
        await driver.RunAsync("first");
        (await TotalsAsync(new Period(2024, 1))).ShouldNotBeNull();
        await driver.DropAsync("mimp", new Period(2024, 1));
        await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector);

        await driver.RunAsync("second");

        (await TotalsAsync(new Period(2024, 1))).ShouldBeNull();
        (await driver.Tables.Plans.ReadAsync(new NationalScope(new Period(2024, 1)), Cancel)).ShouldBeEmpty();
        (await driver.Tables.Bodies.ReadAsync(new NationalScope(new Period(2024, 1)), Cancel)).ShouldBeEmpty();
        (await driver.Tables.Themes.ReadAsync(Scope, Cancel)).ShouldHaveSingleItem().Plan.ShouldBe("produce");
    }

    [Fact]
    public async Task Run_GroupRegisteredSince_CountsItWithoutReadingPlans()
    {
        await AddThreeAsync();
        await driver.RunAsync("first");
        await driver.RegisterGroupAsync("GTIG-PRODUCE", "Produce");

        (await driver.RunAsync("second")).ShouldBe(new ConsolidationOutcome(0, 0, 2));

        (await TotalsAsync())!.BodiesWithGroup.ShouldBe(1);
    }

    [Fact]
    public async Task Run_WhileAnotherIsAtWork_DoesNothingUntilItsLeaseEnds()
    {
        await AddThreeAsync();
        driver.Faults.FailAtWrite = 2;
        await Should.ThrowAsync<CrashException>(() => driver.RunAsync("first"));
        var next = new NationalDriver(driver);

        (await next.Runner.RunAsync("second", Cancel)).ShouldBeNull();

        next.Clock.Advance(ConsolidationRunner.LeaseTime);
        await next.RunAsync("third");
        (await TotalsAsync())!.Plans.ShouldBe(2);
    }

    [Fact]
    public async Task Run_PlanCompiledWhileItRuns_StaysMarked()
    {
        await AddThreeAsync();
        await driver.RunAsync("first");
        await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector with { Sent = 65 }, Themes());
        var isFirst = true;
        driver.Faults.BeforeWrite = async write =>
        {
            if (write == 3 && isFirst)
            {
                isFirst = false;
                await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector with { Sent = 64 }, Themes());
            }
        };
        driver.Faults.Reset();

        await driver.RunAsync("second");
        await driver.RunAsync("third");

        isFirst.ShouldBeFalse();
        (await driver.Tables.Plans.ReadAsync(Scope, Cancel)).Single(row => row.Plan == "mimp").Sent.ShouldBe(64);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_ThatCrashesAtEachWrite_IsHealedByTheNext(bool afterSending)
    {
        var expected = await ExpectedAsync();
        for (var write = 1; ; write++)
        {
            var crashing = new NationalDriver(azurite.NewAccount());
            await ChangeAsync(crashing);
            crashing.Faults.Reset();
            crashing.Faults.FailAtWrite = write;
            crashing.Faults.AfterSending = afterSending;
            var crashed = false;
            try
            {
                await crashing.RunAsync("crash");
            }
            catch (CrashException)
            {
                crashed = true;
            }

            var next = new NationalDriver(crashing);
            next.Clock.Advance(ConsolidationRunner.LeaseTime);
            await next.RunAsync("next");

            (await next.ContentAsync()).ShouldBe(expected, $"write {write}");
            (await next.Consolidations.MarksAsync(Cancel)).ShouldBeEmpty();
            if (!crashed)
            {
                write.ShouldBeGreaterThan(10);
                return;
            }
        }

        async Task<IReadOnlyList<string>> ExpectedAsync()
        {
            var sound = new NationalDriver(azurite.NewAccount());
            await ChangeAsync(sound);
            await sound.RunAsync();
            return await sound.ContentAsync();
        }
    }

    /// <summary>More than are read by their keys, with ids that sort otherwise than their partitions do.</summary>
    [Fact]
    public async Task Run_ManyPlansMarked_ReadsThemInOneScan()
    {
        string[] plans =
        [
            .. Enumerable.Range(0, ConsolidationRunner.Few).Select(at => $"plan-{at:000}"),
            "plan",
            "plan-0",
        ];
        foreach (var plan in plans)
        {
            await driver.CompileAsync(
                plan,
                TestReports.Second,
                TestReports.Sector with
                {
                    Body = plan,
                },
                plan.Length % 2 == 0 ? [TestReports.Achievement("Directivas")] : []
            );
        }

        await driver.RunAsync("first");
        foreach (var plan in plans)
        {
            await driver.CompileAsync(plan, TestReports.Second, TestReports.Sector with { Body = plan, Sent = 1 });
        }

        await driver.DropAsync("plan-000", TestReports.Second);

        driver.Faults.Reset();
        (await driver.RunAsync("second")).ShouldBe(new ConsolidationOutcome(plans.Length, plans.Length, 2));

        driver.Faults.Requests.Count(request => request.Contains("/reportplan(", StringComparison.Ordinal)).ShouldBe(1);
        (await driver.Tables.Plans.ReadAsync(Scope, Cancel)).ShouldAllBe(row => row.Sent == 1);
        (await driver.Tables.Themes.ReadAsync(Scope, Cancel)).ShouldBeEmpty();
        (await TotalsAsync())!.BodiesWithPlan.ShouldBe(plans.Length - 1);
    }

    private static ReportAchievementRow[] Themes() =>
        [TestReports.Achievement("Directivas"), TestReports.Achievement("Capacitación", 120)];

    private async Task AddThreeAsync()
    {
        await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector, Themes());
        await driver.CompileAsync(
            "produce",
            TestReports.Second,
            TestReports.Sector with
            {
                Body = "Produce",
            },
            TestReports.Achievement("Directivas")
        );
        await driver.CompileAsync("politica", TestReports.Second, TestReports.Policy);
    }

    /// <summary>A plan is new, of another one a period and a theme are gone, a body has left.</summary>
    private static async Task ChangeAsync(NationalDriver driver)
    {
        await driver.CompileAsync("mimp", TestReports.First, TestReports.Sector);
        await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector, Themes());
        await driver.CompileAsync("produce", new Period(2024, 1), TestReports.Sector with { Body = "Produce" });
        await driver.RunAsync("before");
        await driver.CompileAsync("minsa", TestReports.Second, TestReports.Sector with { Body = "MINSA" });
        await driver.CompileAsync("mimp", TestReports.Second, TestReports.Sector, Themes()[..1]);
        await driver.DropAsync("produce", new Period(2024, 1));
        await driver.CompileAsync("produce", TestReports.Second, TestReports.Sector with { Body = "PRODUCE-2" });
    }

    private async Task<ReportNationalRow?> TotalsAsync(Period? period = null) =>
        (await driver.Tables.Totals.FindAsync(new NationalScope(period ?? TestReports.Second), "", Cancel))?.Row;
}
