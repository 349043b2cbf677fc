using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Plans;

/// <summary>Plans that one row cannot hold: their texts are as long as an import takes them, and no two are alike.</summary>
public sealed class LargePlanTests(AzuriteFixture azurite)
{
    private readonly string account = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PlansDriver Driver => field ??= new PlansDriver(account);

    [Fact]
    public async Task Import_PlanOfThreeRows_IsReadBackEqual()
    {
        var file = Large(250);
        PlanSerializer
            .Serialize(file.Build())
            .Length.ShouldBeInRange((2 * PlanSerializer.RowBytes) + 1, 3 * PlanSerializer.RowBytes);

        var receipt = await Driver.ImportAsync(file);

        receipt.RowsWritten.ShouldBe(3);
        (await new PlansDriver(account).ReadAsync()).Plan.ShouldBe(file.Build());
        (await Driver.ImportAsync(file)).RowsWritten.ShouldBe(0);
        (await KeysAsync()).ShouldBe(["plan", "plan|1", "plan|2"]);
    }

    [Fact]
    public async Task Amend_PlanOfThreeRows_IsReadBackEqual()
    {
        await Driver.ImportAsync(Large(250));
        var before = (await Driver.ReadAsync()).Plan;

        (await Driver.AmendAsync(new ReformulateActivity { Activity = new ActivityNumber(62) })).ShouldSucceed();

        var number = new ActivityNumber(62);
        var expected = before with
        {
            Activities = before
                .Activities.Select(activity =>
                    activity.Number == number ? activity with { Status = ActivityStatus.Reformulated } : activity
                )
                .ToValueList(),
        };
        var stored = await new PlansDriver(account).ReadAsync();
        (stored.Plan, stored.Revision).ShouldBe((expected, 2));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Replace_ByAPlanOfOneRow_LeavesNothingOfTheOther(int write, bool afterSending)
    {
        await Driver.ImportAsync(Large(250));
        var large = await Driver.ReadAsync();
        var small = new PlanFileBuilder().Build();
        Driver.Faults.Reset();
        Driver.Faults.FailAtWrite = write;
        Driver.Faults.AfterSending = afterSending;

        await Should.ThrowAsync<CrashException>(() => Driver.Table.ImportAsync(large, small, large.LastChange, Cancel));

        var other = new PlansDriver(account);
        (await other.ReadAsync()).Plan.ShouldBe(afterSending ? small : large.Plan);
        await other.Table.ImportAsync(await other.ReadAsync(), small, large.LastChange, Cancel);
        (await other.ReadAsync()).Plan.ShouldBe(small);
        (await KeysAsync()).ShouldBe(["plan"]);
    }

    [Fact]
    public async Task Find_PlanThatChangesBetweenItsRows_IsOfOneState()
    {
        await Driver.ImportAsync(Large(250));
        var changed = Large(250).Set("Plan", 2, 1, "Otro nombre");
        var changes = 1;
        var transport = new HookedTransport(
            async (request, send) =>
            {
                if (
                    Uri.UnescapeDataString(request.Uri.Path).Contains("plan|1", StringComparison.Ordinal)
                    && Interlocked.Decrement(ref changes) == 0
                )
                {
                    await Driver.ImportAsync(changed);
                }

                await send();
            }
        );

        var read = await new PlansTable(transport.Connect(account)).FindAsync(PlanBuilder.Id, Cancel);

        changes.ShouldBeLessThan(1);
        read!.Plan.ShouldBe(changed.Build());
        read.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Import_PlanThatCouldNotBeAmended_IsRefused()
    {
        (await Driver.TryImportAsync(Large(550))).ShouldBeRefused("plan-too-large").Status.ShouldBe(413);

        Driver.Faults.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Import_LargestPlanTaken_FitsATransaction()
    {
        var file = Large(310);
        PlanSerializer
            .Serialize(file.Build())
            .Length.ShouldBeInRange((3 * PlanSerializer.RowBytes) + 1, PlanSerializer.MaxImported);

        (await Driver.ImportAsync(file)).RowsWritten.ShouldBe(PlanSerializer.MaxRows);

        (await Driver.ReadAsync()).Plan.ShouldBe(file.Build());
    }

    private static PlanFileBuilder Large(int activities)
    {
        var random = new Random(activities);
        var file = new PlanFileBuilder();
        foreach (var number in Enumerable.Range(100, activities).Select(number => $"{number}"))
        {
            file.Add("Actividades", number, Text(1_000), "OGRH", Text(200), "", Text(300), Text(2_000));
            file.Add("Metas", number, "2023", "10", "Cantidad", "");
        }

        return file;

        string Text(int length) => new([.. Enumerable.Range(0, length).Select(_ => (char)random.Next(0x4E00, 0x8E00))]);
    }

    private async Task<IReadOnlyList<string>> KeysAsync()
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PlanBuilder.Id.ToString()}");
        return await new TableServiceClient(account)
            .GetTableClient(PlansTable.Name)
            .QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: Cancel)
            .Select(row => row.RowKey)
            .ToListAsync(Cancel);
    }
}
