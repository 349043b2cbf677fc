using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Plans;

/// <summary>A plan as earlier code stored it: whole in its row, and once more in a row for each of its parts.</summary>
public sealed class PlansOfEarlierCodeTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly SuspendActivity Suspend = new()
    {
        Activity = new ActivityNumber(62),
        MergedInto = new ActivityNumber(31),
    };

    private static readonly ReformulateActivity Reformulate = new() { Activity = new ActivityNumber(31) };

    private readonly string account = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static PlanFileBuilder PlanThen => new PlanFileBuilder().Add("Plan", "Recordar antes (días)", "20; 5");

    private PlansDriver Driver => field ??= new PlansDriver(account);

    public async ValueTask InitializeAsync() => await StoredRows.AddAsync(account, PlansTable.Name, Cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Find_IsReadAsItWas()
    {
        var stored = await Driver.ReadAsync();

        stored.Plan.ShouldBe(await SameNowAsync());
        (stored.Revision, stored.LastChange.Action).ShouldBe((2, "suspendActivity"));
        (await Driver.ListAsync()).ShouldBe([$"{PlanBuilder.Id} 2"]);
        (await Driver.Table.AmendmentsAsync(PlanBuilder.Id, Cancel))
            .ShouldHaveSingleItem()
            .Amendment.ShouldBe(Suspend.Valid());
    }

    [Fact]
    public async Task Import_OfTheSameFile_ChangesNothing()
    {
        (await Driver.ImportAsync(PlanThen)).RowsWritten.ShouldBe(0);

        (await Driver.ReadAsync()).Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Amend_SentThenAndNowAgain_GivesTheReceiptOfThen() =>
        (await Driver.AmendAsync(Suspend)).ShouldSucceed().Revision.ShouldBe(2);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(13)]
    public async Task Amend_AlsoAfterACrash_LeavesTheRowsOfNow(int failAtWrite)
    {
        if (failAtWrite > 0)
        {
            Driver.Faults.FailAtWrite = failAtWrite;
            Driver.Faults.Ends = true;
            await Should.ThrowAsync<CrashException>(() => ReformulateAsync(Driver));
        }

        var other = new PlansDriver(account);
        (await ReformulateAsync(other)).ShouldSucceed();

        (await other.ReadAsync()).Plan.FindActivity(Reformulate.Activity)!.Status.ShouldBe(ActivityStatus.Reformulated);
        (await other.RowsAsync())
            .Select(row => row.Split("RowKey=")[1].Split(',')[0].Split('|')[0])
            .ShouldBe(["amendment", "amendment", "plan"]);
    }

    private static Task<Result<AmendmentReceipt>> ReformulateAsync(PlansDriver driver) =>
        driver
            .Get<AmendmentHandler>()
            .AmendAsync(
                PlanBuilder.Id,
                Reformulate.Valid("11111111-8b86-d011-b42d-00cf4fc964ff"),
                PlansDriver.Secretariat,
                Cancel
            );

    private async Task<Plan> SameNowAsync()
    {
        var fresh = new PlansDriver(azurite.NewAccount());
        await fresh.ImportAsync(PlanThen);
        (await fresh.AmendAsync(Suspend)).ShouldSucceed();
        return (await fresh.ReadAsync()).Plan;
    }
}
