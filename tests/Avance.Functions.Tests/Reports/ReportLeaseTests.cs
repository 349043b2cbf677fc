using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reports;

/// <summary>That one run at a time compiles the reports of a plan, and what becomes of a claim whose run has died.</summary>
public sealed class ReportLeaseTests(AzuriteFixture azurite)
{
    private static readonly Plan Plan = new TestPlan()
        .Activity(1, "DA", target: 70, carriedOver: 70)
        .Activity(2, "OC", target: 24)
        .Activity(3, "OGRH", target: 100)
        .Build();

    private readonly ReportDriver driver = new(azurite.NewAccount());

    [Fact]
    public async Task Run_WhileAnotherIsAtWork_IsBusyUntilItsLeaseRunsOut()
    {
        await driver.SaveAsync(Plan);
        driver.Faults.FailAtWrite = driver.Faults.Writes + 7;
        await Should.ThrowAsync<CrashException>(() => driver.RunAsync("dead"));

        await Should.ThrowAsync<CompilationBusyException>(() => driver.RunAsync("early"));

        driver.Clock.Advance(ReportRunner.LeaseTime);
        (await driver.RunAsync("late")).RowsWritten.ShouldBe(await WrittenAsync("late"));
    }

    [Fact]
    public async Task Run_TwoAtOnce_OneWritesAndTheOtherIsBusyOrFindsNothingToDo()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 3, 109);

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => TryRunAsync($"run {number}")));

        runs.Count(rows => rows > 0).ShouldBe(1);
        (await WrittenAsync("run")).ShouldBe(runs.Max());
    }

    [Fact]
    public async Task Run_WhatIsKeptOfRunsIsLost_IsHealedByTheSecondTry()
    {
        await driver.SaveAsync(Plan);
        await driver.SendAsync(Plan, 3, 109);
        await driver.RunAsync("first");
        var before = await driver.ContentAsync();
        await driver.ForgetRunsAsync();

        await Should.ThrowAsync<CompilationBusyException>(() => driver.RunAsync("second"));
        driver.Clock.Advance(ReportRunner.LeaseTime);
        (await driver.RunAsync("third")).RowsWritten.ShouldBe(await WrittenAsync("third"));

        (await driver.ContentAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Run_Finished_SaysWhenItIsDueNext()
    {
        await driver.SaveAsync(Plan);
        await driver.RunAsync();

        var (compilation, _) = await driver.Compilations.FindAsync(TestPlan.Id, TestContext.Current.CancellationToken);

        compilation!.Running.ShouldBeFalse();
        DueCompilationRules.IsDue(compilation, 1, driver.Clock.GetUtcNow()).ShouldBeFalse();
        DueCompilationRules.IsDue(compilation, 1, driver.Clock.GetUtcNow().AddDays(1)).ShouldBeTrue();
    }

    /// <summary>How many rows are there of a run, besides those that say which run wrote a report, and the body's.</summary>
    private async Task<int> WrittenAsync(string runId) =>
        (await driver.ContentAsync(withRun: true)).Count(row =>
            row.Contains($"RunId={runId}", StringComparison.Ordinal)
            && !row.StartsWith("reportrun", StringComparison.Ordinal)
            && !row.StartsWith("dimbody", StringComparison.Ordinal)
        );

    private async Task<int> TryRunAsync(string runId)
    {
        try
        {
            return (await driver.RunAsync(runId)).RowsWritten;
        }
        catch (CompilationBusyException)
        {
            return 0;
        }
    }
}
