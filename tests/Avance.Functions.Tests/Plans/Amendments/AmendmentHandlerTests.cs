using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Plans.Amendments;

public sealed class AmendmentHandlerTests(AzuriteFixture azurite)
{
    private static readonly SuspendActivity Suspend = new()
    {
        Activity = new ActivityNumber(62),
        MergedInto = new ActivityNumber(31),
    };

    private readonly string account = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PlansDriver Driver => field ??= new PlansDriver(account);

    [Fact]
    public async Task Amend_Valid_ChangesThePlanAndIsAudited()
    {
        await Driver.ImportAsync(new PlanFileBuilder());

        var receipt = (await Driver.AmendAsync(Suspend)).ShouldSucceed();

        receipt.Revision.ShouldBe(2);
        var stored = await Driver.ReadAsync();
        stored.Revision.ShouldBe(2);
        stored.Plan.FindActivity(Suspend.Activity)!.MergedInto.ShouldBe(Suspend.MergedInto);
        var entry = (await Driver.AuditAsync())[^1];
        (entry.Action, entry.Subject, entry.By, entry.At).ShouldBe(("suspendActivity", "62", "cuenta-1", receipt.At));
        entry.Reason.ShouldNotBeEmpty();
        entry.LegalDocument.ShouldBe("Acta 002-2023-CSIG");
        (await Driver.Table.AmendmentsAsync(PlanBuilder.Id, Cancel)).ShouldBe([receipt]);
    }

    [Fact]
    public async Task Amend_Twice_GivesTheSameReceiptAndChangesNothing()
    {
        await Driver.ImportAsync(new PlanFileBuilder());
        var first = (await Driver.AmendAsync(Suspend)).ShouldSucceed();
        Driver.Clock.Advance(TimeSpan.FromHours(1));

        var second = (await Driver.AmendAsync(Suspend)).ShouldSucceed();

        second.ShouldBe(first);
        (await Driver.ReadAsync()).Revision.ShouldBe(2);
        (await Driver.AuditAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Amend_OtherBodyUnderTheSameId_IsAConflict()
    {
        await Driver.ImportAsync(new PlanFileBuilder());
        (await Driver.AmendAsync(Suspend)).ShouldSucceed();

        (await Driver.AmendAsync(Suspend with { Reason = "Otro motivo, ya no el mismo" }))
            .ShouldBeRefused("amendment-id-reused")
            .Status.ShouldBe(409);
    }

    /// <summary>Writes of an amendment: the audit of what was before, the index, its transaction, the index, its audit.</summary>
    [Theory]
    [InlineData(1, false, 1)]
    [InlineData(1, true, 1)]
    [InlineData(2, false, 1)]
    [InlineData(2, true, 1)]
    [InlineData(3, false, 1)]
    [InlineData(3, true, 2)]
    [InlineData(4, false, 2)]
    [InlineData(4, true, 2)]
    [InlineData(5, false, 2)]
    [InlineData(5, true, 2)]
    public async Task Amend_AfterACrashAtAnyWrite_IsHealedByARepetition(int write, bool afterSending, int revision)
    {
        await Driver.ImportAsync(new PlanFileBuilder());
        Driver.Faults.Reset();
        Driver.Faults.FailAtWrite = write;
        Driver.Faults.AfterSending = afterSending;
        await Should.ThrowAsync<CrashException>(() => Driver.AmendAsync(Suspend));
        (await Driver.ReadAsync()).Revision.ShouldBe(revision);

        Driver.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Driver.AmendAsync(Suspend)).ShouldSucceed();

        (await Driver.ReadAsync()).Revision.ShouldBe(2);
        (await Driver.AuditAsync()).Select(entry => entry.Action).ShouldBe(["import", "suspendActivity"]);
        (await Driver.ListAsync()).ShouldBe([$"{PlanBuilder.Id} 2"]);
    }

    [Fact]
    public async Task Amend_AfterACrashThatNobodyRepeats_IsAuditedByTheNextChange()
    {
        await Driver.ImportAsync(new PlanFileBuilder());
        Driver.Faults.Reset();
        Driver.Faults.FailAtWrite = 4;
        await Should.ThrowAsync<CrashException>(() => Driver.AmendAsync(Suspend));

        await Driver.ImportAsync(new PlanFileBuilder().Set("Plan", 2, 1, "Otro nombre"));

        (await Driver.AuditAsync())
            .Select(entry => entry.Action)
            .ShouldBe(["import", "suspendActivity", "import"], ignoreOrder: true);
    }

    [Fact]
    public async Task Amend_WhileAnotherHasChangedThePlan_IsRefused()
    {
        await Driver.ImportAsync(new PlanFileBuilder());
        var read = await Driver.ReadAsync();
        (await Driver.AmendAsync(Suspend)).ShouldSucceed();
        var other = new ReformulateActivity { Activity = new ActivityNumber(31) }.Valid(
            "11111111-8b86-d011-b42d-00cf4fc964ff"
        );
        var after = AmendmentRules.Apply(read.Plan, other, PlanBuilder.Lima, Driver.Clock.GetUtcNow()).ShouldSucceed();

        (await Driver.Table.AmendAsync(read, after, other, read.LastChange, Cancel)).ShouldBeNull();

        (await Driver.ReadAsync()).Plan.FindActivity(new ActivityNumber(31))!.Status.ShouldBe(ActivityStatus.Active);
    }

    [Fact]
    public async Task Amend_ManyAtOnce_AreTakenOnceEachOrRefused()
    {
        await Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 20));

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Driver.AmendAsync(
                        new ReformulateActivity { Activity = new ActivityNumber(100 + i) }.Valid($"{Guid.NewGuid()}")
                    )
                )
        );

        var taken = results.Count(result => result.Error is null);
        taken.ShouldBePositive();
        results.Where(result => result.Error is not null).ShouldAllBe(result => result.Error!.Status == 412);
        var stored = await Driver.ReadAsync();
        stored.Revision.ShouldBe(1 + taken);
        stored.Plan.Activities.Count(activity => activity.Status == ActivityStatus.Reformulated).ShouldBe(taken);
    }

    [Fact]
    public async Task Amend_TheSameManyTimesAtOnce_GivesOneReceipt()
    {
        await Driver.ImportAsync(new PlanFileBuilder());

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Driver.AmendAsync(Suspend)));

        results.Select(result => result.ShouldSucceed().Revision).ShouldAllBe(revision => revision == 2);
        (await Driver.AuditAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Amend_UnitOfHundredsOfActivities_IsOneTransaction()
    {
        await Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 300));
        Driver.Faults.Reset();

        (
            await Driver.AmendAsync(new RenameUnit { Unit = new UnitCode("OGRH"), NewCode = new UnitCode("ORH") })
        ).ShouldSucceed();

        Driver.Faults.Writes.ShouldBe(5);
        var plan = (await Driver.ReadAsync()).Plan;
        plan.FindUnit(new UnitCode("OGRH")).ShouldBeNull();
        plan.Activities.Count(activity => activity.ResponsibleUnit == new UnitCode("ORH")).ShouldBe(301);

        // And the file of before changes nothing: not even the codes as they are stored.
        (await Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 300))).RowsWritten.ShouldBe(0);
        (
            await Driver.AmendAsync(
                new ReplaceUnit { Unit = new UnitCode("ORH"), ReplacedBy = new UnitCode("DTEG") }.Valid(
                    $"{Guid.NewGuid()}"
                )
            )
        ).ShouldSucceed();
        (await Driver.ReadAsync()).Plan.Activities.ShouldAllBe(activity =>
            activity.ResponsibleUnit == new UnitCode("DTEG")
        );
        (await Driver.ImportAsync(new PlanFileBuilder().WithActivities(100, 300))).RowsWritten.ShouldBe(0);
    }

    [Fact]
    public async Task Amend_AfterAnImportWasInterrupted_GoesByIt()
    {
        var large = new PlanFileBuilder().WithActivities(100, 200);
        Driver.Faults.FailAtWrite = 4;
        await Should.ThrowAsync<CrashException>(() => Driver.ImportAsync(large));

        (await Driver.AmendAsync(Suspend)).ShouldSucceed().Revision.ShouldBe(2);

        var stored = await Driver.ReadAsync();
        stored.Plan.FindActivity(Suspend.Activity)!.Status.ShouldBe(ActivityStatus.Suspended);
        (await Driver.AuditAsync())
            .Select(entry => entry.Action)
            .ShouldBe(["import", "suspendActivity"], ignoreOrder: true);
        var fresh = new PlansDriver(azurite.NewAccount());
        await fresh.ImportAsync(large);
        (await fresh.AmendAsync(Suspend)).ShouldSucceed();
        (await Driver.RowsAsync()).ShouldBe(await fresh.RowsAsync());
    }

    [Fact]
    public async Task Amend_NoSuchPlan_IsNotFound() =>
        (await Driver.AmendAsync(Suspend)).ShouldBeRefused("plan-not-found");
}
