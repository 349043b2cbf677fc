using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reports;

public sealed class ReportRunnerTests(AzuriteFixture azurite)
{
    private static readonly Plan Plan = new TestPlan()
        .Activity(1, "DA", target: 70, carriedOver: 70)
        .Activity(2, "OC", target: 24)
        .Activity(3, "OGRH", target: 100)
        .Build();

    private static readonly ReportScope Scope = new(Plan.Id, TestPlan.Second);

    private readonly ReportDriver driver = new(azurite.NewAccount());

    [Fact]
    public async Task Run_FirstTime_WritesEveryOpenedPeriod()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 1, 86);

        var outcome = await driver.RunAsync();

        var rows = await driver.ContentAsync();
        // Two semesters have opened. Nothing was sent of two activities, and of the first one in the first semester.
        rows.CountBy(TableOf)
            .ToDictionary()
            .ShouldBe(
                new Dictionary<string, int>
                {
                    ["reportactivity"] = 6,
                    ["reportgoal"] = 8,
                    ["reportunit"] = 6,
                    ["reportplan"] = 2,
                    ["reportfactor"] = 3,
                    ["reportrecommendation"] = 2,
                    // Semesters, years and plan: of the plan and of 3 units, and 3 activities of the year.
                    ["reporthistory"] = 28,
                    ["reportrun"] = 2,
                    ["dimplan"] = 1,
                    ["dimunit"] = 3,
                    ["dimperiod"] = 2,
                    ["dimactivity"] = 3,
                    ["dimbody"] = 1,
                },
                ignoreOrder: true
            );
        // Neither the rows that say which run wrote a report are counted, nor the body's, which belongs to all its plans.
        outcome.ShouldBe(new CompilationOutcome(rows.Count - 3, 0));
        rows.ShouldContain(row =>
            row.StartsWith("reportunit:", StringComparison.Ordinal)
            && row.Contains("Rank=1", StringComparison.Ordinal)
            && row.Contains("Unit=DA", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Run_NothingChanged_WritesNothing()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 1, 86);
        await driver.RunAsync("first");
        var before = await driver.ContentAsync(withRun: true);
        driver.Clock.Advance(TimeSpan.FromDays(1));

        var outcome = await driver.RunAsync("second");

        outcome.ShouldBe(new CompilationOutcome(0, 2));
        (await driver.ContentAsync(withRun: true)).ShouldBe(before);
    }

    [Fact]
    public async Task Run_OnePeriodChanged_WritesThatOneAlone()
    {
        await driver.SaveAsync(Plan);
        await driver.RunAsync("first");
        await driver.SendAsync(Plan, 2, 22);

        var outcome = await driver.RunAsync("second");

        outcome.PeriodsUnchanged.ShouldBe(1);
        var ofRun = (await driver.ContentAsync(withRun: true))
            .Where(row => row.Contains("RunId=second", StringComparison.Ordinal))
            .ToList();
        ofRun.ShouldAllBe(row => row.Contains("Period=2023-II", StringComparison.Ordinal));
        ofRun.Count.ShouldBe(outcome.RowsWritten + 1);
    }

    /// <summary>One column holds one type: Power BI would find two, since what has not changed is not written again.</summary>
    [Fact]
    public async Task Run_RowsWrittenWithOtherTypes_AreWrittenAnewOnce()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 1, 86);
        await driver.RunAsync("first");
        var expected = await driver.TypesAsync();
        await driver.NarrowAsync("reportgoal", "PercentShown");
        await driver.NarrowAsync("reportunit", "ComplianceShown");
        await driver.ForgetTypesAsync();
        (await driver.TypesAsync()).ShouldNotBe(expected);

        (await driver.RunAsync("second")).PeriodsUnchanged.ShouldBe(0);

        (await driver.TypesAsync()).ShouldBe(expected);
        (await driver.RunAsync("third")).ShouldBe(new CompilationOutcome(0, 2));
    }

    [Fact]
    public async Task Run_RowsNoLongerInTheReport_AreDeleted()
    {
        await driver.SaveAsync(Plan);
        await driver.RunAsync("first");
        var gone = Plan with
        {
            Activities = Plan
                .Activities.Select(activity =>
                    activity.ResponsibleUnit == new UnitCode("OC")
                        ? activity with
                        {
                            Status = ActivityStatus.Suspended,
                        }
                        : activity
                )
                .ToValueList(),
        };
        await driver.SaveAsync(gone);

        await driver.RunAsync("second");

        (await driver.ContentAsync()).ShouldNotContain(row =>
            row.Contains("Unit=OC,", StringComparison.Ordinal) && row.StartsWith("reportunit", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Run_ChangedAndChangedBackAfterACrash_LeavesNothingOfTheRunThatDied()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 2, 12);
        await driver.SendAsync(Plan, 2, 12);
        await driver.RunAsync("first");
        var before = await driver.ContentAsync();
        await driver.SendAsync(Plan, 2, 24);
        driver.Faults.FailAtWrite = driver.Faults.Writes + 5;
        await Should.ThrowAsync<CrashException>(() => driver.RunAsync("second"));
        (await driver.ContentAsync()).ShouldNotBe(before);
        await driver.SendAsync(Plan, 2, 12);
        driver.Clock.Advance(ReportRunner.LeaseTime);

        await driver.RunAsync("third");

        (await driver.ContentAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_KilledAtAnyWrite_EndsInTheSameTablesWhenStartedAgain(bool afterSending)
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 3, 109);
        await driver.RunAsync();
        var expected = await driver.ContentAsync();
        var writes = driver.Faults.Writes;
        writes.ShouldBeGreaterThan(10);

        for (var write = 1; write <= writes; write++)
        {
            var other = new ReportDriver(azurite.NewAccount());
            await other.SaveAsync(Plan);
            await other.SendAsync(Plan, 3, 109);
            other.Faults.FailAtWrite = write;
            other.Faults.AfterSending = afterSending;
            await Should.ThrowAsync<CrashException>(() => other.RunAsync("first"), $"at write {write}");
            other.Clock.Advance(ReportRunner.LeaseTime);

            await other.RunAsync("again");

            (await other.ContentAsync()).ShouldBe(expected, $"at write {write}");
            (await other.RunAsync("once more")).RowsWritten.ShouldBe(0, $"at write {write}");
        }
    }

    [Fact]
    public async Task Run_RowsOfARunThatCameTooLate_AreWrittenAnew()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 2, 24);
        await driver.RunAsync("first");
        var expected = await driver.ContentAsync();
        var late = await driver.Direct.Goals.ReadAsync(Scope, TestContext.Current.CancellationToken);
        await driver.Direct.Goals.ReplaceAsync(
            Scope,
            [.. late.Select(goal => goal with { Executed = 18 })],
            "late",
            driver.Clock.GetUtcNow(),
            mayHoldOthers: true,
            TestContext.Current.CancellationToken
        );

        (await driver.RunAsync("second")).PeriodsUnchanged.ShouldBe(1);

        (await driver.ContentAsync()).ShouldBe(expected);
        (await driver.RunAsync("third")).RowsWritten.ShouldBe(0);
    }

    [Fact]
    public async Task Run_AfterOneThatHungAndLostItsLease_IsNotWrittenOver()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 2, 18);
        var slow = new ReportDriver(driver);
        slow.Faults.BeforeWrite = async write =>
        {
            // The lease, the dimensions, the snapshot and the activities are written: the goals hang until another run is
            // through.
            if (write == 9)
            {
                slow.Faults.BeforeWrite = null;
                driver.Clock.Advance(ReportRunner.LeaseTime);
                await driver.SendAsync(Plan, 2, 24);
                await driver.RunAsync("second");
            }
        };
        await Should.ThrowAsync<Exception>(() => slow.RunAsync("slow"));

        await driver.RunAsync("third");

        var rows = await driver.ContentAsync(withRun: true);
        // A body's row belongs to all its plans, whichever run wrote it.
        rows.ShouldNotContain(row =>
            row.Contains("RunId=slow", StringComparison.Ordinal) && !row.StartsWith("dimbody", StringComparison.Ordinal)
        );
        rows.ShouldContain(row => row.Contains("Executed=24", StringComparison.Ordinal));
        (await driver.RunAsync("fourth")).RowsWritten.ShouldBe(0);
    }

    [Fact]
    public async Task Run_DiedWhileReplacingAReport_LeavesItMarkedIncomplete()
    {
        await driver.SaveAsync(Plan);
        await driver.RunAsync("first");
        await driver.SendAsync(Plan, 2, 24);
        driver.Faults.FailAtWrite = driver.Faults.Writes + 5;

        await Should.ThrowAsync<CrashException>(() => driver.RunAsync("second"));

        (await driver.ContentAsync())
            .Count(row => row.Contains("Complete=False", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_KilledAtAnyWriteOfAChangedReport_EndsInTheSameTablesWhenStartedAgain(bool afterSending)
    {
        await driver.SaveAsync(Plan);
        await driver.RunAsync("first");
        await driver.SendAsync(Plan, 3, 109);
        var before = driver.Faults.Writes;
        await driver.RunAsync("second");
        var writes = driver.Faults.Writes - before;
        var expected = await driver.ContentAsync();

        for (var write = 1; write <= writes; write++)
        {
            var other = new ReportDriver(azurite.NewAccount());
            await other.SaveAsync(Plan);
            await other.RunAsync("first");
            await other.SendAsync(Plan, 3, 109);
            other.Faults.FailAtWrite = other.Faults.Writes + write;
            other.Faults.AfterSending = afterSending;
            await Should.ThrowAsync<CrashException>(() => other.RunAsync("second"), $"at write {write}");
            other.Clock.Advance(ReportRunner.LeaseTime);

            await other.RunAsync("again");

            (await other.ContentAsync()).ShouldBe(expected, $"at write {write}");
        }
    }

    private static string TableOf(string row) => row[..row.IndexOf(':', StringComparison.Ordinal)];

    [Fact]
    public async Task Run_UnknownPlan_IsRefused() =>
        (await driver.Runner.RunAsync(TestPlan.Id, "run", TestContext.Current.CancellationToken)).Error!.Code.ShouldBe(
            "plan-not-found"
        );
}
