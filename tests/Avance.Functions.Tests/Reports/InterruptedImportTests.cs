using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Avance.Testing;
using Azure.Core;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports;

public sealed class InterruptedImportTests(AzuriteFixture azurite)
{
    private readonly string account = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_RowsThatAnImportLeftBehind_AreCompletedOnceItHadItsTime()
    {
        var driver = new ReportDriver(account);
        var plan = Enumerable.Range(1, 120).Aggregate(new TestPlan(), (test, number) => test.Activity(number)).Build();
        await InterruptAsync(plan, driver.Clock.GetUtcNow());
        var plans = new PlansTable(new TableServiceClient(account));

        (await driver.RunAsync("first")).RowsWritten.ShouldBe(2 * (120 + 120 + 1 + 1));
        (await plans.FindAsync(plan.Id, Cancel))!.RowsBehind.ShouldBeTrue();
        driver.Clock.Advance(TimeSpan.FromMinutes(3));
        (await driver.RunAsync("second")).RowsWritten.ShouldBe(0);

        var stored = (await plans.FindAsync(plan.Id, Cancel))!;
        (stored.RowsBehind, stored.Revision, stored.Plan).ShouldBe((false, 1, plan));
    }

    private async Task InterruptAsync(Plan plan, DateTimeOffset at)
    {
        // The mark of the index, the first transaction, and no further.
        var faults = new FaultPolicy { FailAtWrite = 3 };
        var options = new TableClientOptions();
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        var crashing = new PlansTable(new TableServiceClient(account, options));
        var change = new AuditEntry(plan.Id, "test", at, "test", "import");
        await Should.ThrowAsync<CrashException>(() => crashing.ImportAsync(null, plan, change, Cancel));
    }
}
