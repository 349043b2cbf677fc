using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Plans;

public sealed class PlansTableTests(AzuriteFixture azurite)
{
    /// <summary>Writes of an import: the index, the plan, the index, the audit.</summary>
    private const int Writes = 4;

    private static readonly PlanFileBuilder Small = new();

    private readonly string account = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PlansDriver Driver => field ??= new PlansDriver(account);

    [Fact]
    public async Task Import_NewPlan_IsReadBackAsItWas()
    {
        var receipt = await Driver.ImportAsync(Small);

        receipt.Revision.ShouldBe(1);
        receipt.RowsWritten.ShouldBe(1);
        (await Driver.ReadAsync()).Plan.ShouldBe(Small.Build());
    }

    [Fact]
    public async Task Import_TheSampleTwice_WritesNothingTheSecondTime()
    {
        var first = await Driver.ImportAsync(PlanFileBuilder.Sample());
        Driver.Faults.Reset();

        var second = await Driver.ImportAsync(PlanFileBuilder.Sample());

        first.RowsWritten.ShouldBe(1);
        second.RowsWritten.ShouldBe(0);
        second.Revision.ShouldBe(first.Revision);
        second.Changes.Unchanged.ShouldBe(1 + 15 + 66 + 68 + 4);
        // All that is sent is an audit entry that is there already.
        Driver.Faults.Writes.ShouldBe(1);
        (await Driver.AuditAsync()).ShouldHaveSingleItem().Action.ShouldBe("import");
        (await Driver.ReadAsync()).Plan.ShouldBe(PlanFileBuilder.Sample().Build());
    }

    [Fact]
    public async Task Import_OneCellChanged_WritesThePlan()
    {
        await Driver.ImportAsync(Small);

        var receipt = await Driver.ImportAsync(new PlanFileBuilder().Set("Metas", 3, 2, "2"));

        receipt.RowsWritten.ShouldBe(1);
        receipt.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Import_DryRun_SaysWhatWouldChangeAndWritesNothing()
    {
        var receipt = await Driver.ImportAsync(Small, dryRun: true);

        receipt.Changes.Added.Count.ShouldBe(11);
        Driver.Faults.Writes.ShouldBe(0);
        (await Driver.Table.FindAsync(PlanBuilder.Id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Import_ManyActivities_TakeOneTransactionAndOneRevision()
    {
        var receipt = await Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 200));

        Driver.Faults.Writes.ShouldBe(Writes);
        receipt.Revision.ShouldBe(1);
        var stored = await Driver.ReadAsync();
        stored.Revision.ShouldBe(1);
        stored.Plan.ShouldBe(new PlanFileBuilder().WithActivities(100, 200).Build());
    }

    public static IEnumerable<TheoryDataRow<int, bool, bool>> Crashes { get; } =
        from write in Enumerable.Range(1, Writes)
        from sent in new[] { false, true }
        from isNew in new[] { false, true }
        select new TheoryDataRow<int, bool, bool>(write, sent, isNew);

    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task Import_AfterACrashAtAnyWrite_IsHealedByImportingAgain(int write, bool afterSending, bool isNew)
    {
        var large = new PlanFileBuilder().WithActivities(100, 200);
        var before = isNew ? null : Small;
        if (before is not null)
        {
            await Driver.ImportAsync(before);
            write += 1;
        }

        Driver.Faults.Reset();
        Driver.Faults.FailAtWrite = write;
        Driver.Faults.AfterSending = afterSending;
        await Should.ThrowAsync<CrashException>(() => Driver.ImportAsync(large));

        // Another process sees the plan of before or the plan of after, never a mixture and never none of them.
        var other = new PlansDriver(account);
        var seen = await other.Cache.GetAsync(PlanBuilder.Id, Cancel);
        var isTaken = seen.Succeeded(out var plan, out var error) && plan == large.Build();
        if (!isTaken)
        {
            plan.ShouldBe(before?.Build());
            error?.Code.ShouldBe("plan-not-found");
        }

        (await other.ListAsync()).ShouldBe(plan is null ? [] : [$"{PlanBuilder.Id} {(isNew || !isTaken ? 1 : 2)}"]);

        // The same plan in other bytes: somebody saved the file once more.
        other.Clock.Advance(TimeSpan.FromMinutes(5));
        (await other.TryImportAsync(large.ToXlsx())).ShouldSucceed();

        var healed = await other.ReadAsync();
        healed.Plan.ShouldBe(large.Build());
        healed.Revision.ShouldBe(isNew ? 1 : 2);
        (await other.AuditAsync()).Count.ShouldBe(isNew ? 1 : 2);
        (await other.ListAsync()).ShouldBe([$"{PlanBuilder.Id} {healed.Revision}"]);
        (await other.RowsAsync()).ShouldBe(await FreshRowsAsync(before, large));
        (await other.ImportAsync(large)).RowsWritten.ShouldBe(0);
    }

    [Fact]
    public async Task Import_OfAnotherFileAfterACrash_HealsAsWell()
    {
        Driver.Faults.FailAtWrite = 3;
        await Should.ThrowAsync<CrashException>(() =>
            Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 200))
        );

        var receipt = await Driver.ImportAsync(new PlanFileBuilder().Set("Plan", 2, 1, "Otro nombre"));

        receipt.Changes.NotInFile.ShouldNotBeEmpty();
        (await Driver.AuditAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Import_WhileAnotherHasChangedThePlan_IsRefused()
    {
        await Driver.ImportAsync(Small);
        var read = await Driver.ReadAsync();
        await Driver.ImportAsync(new PlanFileBuilder().Set("Plan", 2, 1, "Otro nombre"));

        var stale = new PlanFileBuilder().Set("Plan", 2, 1, "Un tercero").Build();

        (await Driver.Table.ImportAsync(read, stale, read.LastChange, Cancel)).ShouldBeNull();
        (await Driver.Table.ImportAsync(null, stale, read.LastChange, Cancel)).ShouldBeNull();
        (await Driver.ReadAsync()).Plan.Header.Name.ShouldBe("Otro nombre");
    }

    [Fact]
    public async Task Import_FilesWithProblems_ListThemInTheError()
    {
        var result = await Driver.TryImportAsync(new PlanFileBuilder().Set("Metas", 3, 2, "0"));

        result.ShouldBeRefused("plan-file-invalid").Extensions.Keys.ShouldContain("problems");
        Driver.Faults.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Cache_UnchangedPlan_CostsOnePointRead()
    {
        await Driver.ImportAsync(Small);
        await Driver.Cache.GetAsync(PlanBuilder.Id, Cancel);
        Driver.Faults.Reset();

        var first = (await Driver.Cache.GetAsync(PlanBuilder.Id, Cancel)).ShouldSucceed();
        var second = (await Driver.Cache.GetAsync(PlanBuilder.Id, Cancel)).ShouldSucceed();

        Driver.Faults.Reads.ShouldBe(2);
        second.ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Cache_ManyAtOnce_ReadThePlanOnce()
    {
        await Driver.ImportAsync(Small);
        var other = new PlansDriver(account);

        var plans = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => other.Cache.GetAsync(PlanBuilder.Id, Cancel), Cancel))
        );

        plans.Select(plan => plan.ShouldSucceed()).Distinct().Count().ShouldBe(1);
        other.Faults.Reads.ShouldBe(20 + 1);
    }

    [Fact]
    public async Task Cache_PlanChangedByAnotherProcess_IsReadAgain()
    {
        await Driver.ImportAsync(Small);
        await Driver.Cache.GetAsync(PlanBuilder.Id, Cancel);

        var other = new PlansDriver(account);
        (await other.AmendAsync(new ReformulateActivity { Activity = new ActivityNumber(62) })).ShouldSucceed();

        (await Driver.Cache.GetAsync(PlanBuilder.Id, Cancel))
            .ShouldSucceed()
            .FindActivity(new ActivityNumber(62))!
            .Status.ShouldBe(ActivityStatus.Reformulated);
    }

    [Fact]
    public async Task Cache_NoSuchPlan_IsNotFound() =>
        (await Driver.Cache.GetAsync(new PlanId("otro"), Cancel)).ShouldBeRefused("plan-not-found");

    [Fact]
    public async Task ListIds_SeveralPlans_AreAllThere()
    {
        await Driver.ImportAsync(Small);
        var second = await Driver.ReadAsync();
        var copy = second.Plan with { Id = new PlanId("otro-plan") };
        await Driver.Table.ImportAsync(null, copy, second.LastChange, Cancel);

        (await Driver.ListAsync()).ShouldBe(["otro-plan 1", $"{PlanBuilder.Id} 1"], ignoreOrder: true);
    }

    [Fact]
    public async Task List_ManyPlans_LooksAtOneRowOfEach()
    {
        await Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 200));
        Driver.Faults.Reset();

        (await Driver.ListAsync()).ShouldHaveSingleItem();

        Driver.Faults.Reads.ShouldBe(1);
        Driver.Faults.Requests.Last().ShouldContain("PartitionKey%20eq%20%27%7Cplans%27", Case.Insensitive);
    }

    [Fact]
    public async Task Find_APlanOfManyRows_IsOnePointRead()
    {
        await Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 200));
        Driver.Faults.Reset();

        (await Driver.ReadAsync()).Plan.Activities.Count.ShouldBeGreaterThan(200);

        Driver.Faults.Reads.ShouldBe(1);
    }

    /// <summary>The rows that the imports make where nothing goes wrong.</summary>
    private async Task<IReadOnlyList<string>> FreshRowsAsync(params PlanFileBuilder?[] files)
    {
        var fresh = new PlansDriver(azurite.NewAccount());
        foreach (var file in files.OfType<PlanFileBuilder>())
        {
            await fresh.ImportAsync(file);
        }

        return await fresh.RowsAsync();
    }
}
