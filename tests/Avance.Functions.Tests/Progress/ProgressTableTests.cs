using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Azure.Core;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Progress;

public sealed class ProgressTableTests(AzuriteFixture azurite)
{
    private static readonly ProgressAddress Address = new(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));
    private static readonly int[] Years = [2022, 2023];
    private readonly string account = azurite.NewAccount();

    private TableServiceClient Service => field ??= new TableServiceClient(account);

    private ProgressTable Table => field ??= new ProgressTable(Service);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingWritten_IsNull() =>
        (await Table.ReadAsync(Address, Years, Cancel)).Progress.ShouldBeNull();

    [Fact]
    public async Task Write_Version_IsReadBackAsItWas()
    {
        var progress = Version(1, 86.5m);

        (await WriteAsync(progress)).ShouldBe(WriteOutcome.Written);

        (await Table.ReadAsync(Address, Years, Cancel)).Progress.ShouldBe(progress);
    }

    [Fact]
    public async Task Write_SecondVersion_KeepsTheFirst()
    {
        await WriteAsync(Version(1, 5));
        await WriteAsync(Version(2, 6));

        (await Table.VersionsAsync(Address, Cancel)).ShouldBe([Version(1, 5), Version(2, 6)]);
    }

    [Fact]
    public async Task Write_DraftThatDropsAGoal_ForgetsItsEntry()
    {
        var both = Version(1, 5);
        await WriteAsync(both);
        var one = both with { Version = 2, Content = both.Content with { Goals = [both.Content.Goals[1]] } };

        await WriteAsync(one);

        (await Table.ReadAsync(Address, Years, Cancel)).Progress!.Content.Goals.ShouldBe([both.Content.Goals[1]]);
    }

    [Fact]
    public async Task SaveDraft_ManyTimes_IsOneRowAGoalAndNoVersion()
    {
        for (var version = 1; version <= 300; version++)
        {
            (await SaveAsync(Draft(version), Receipt(version))).ShouldBe(WriteOutcome.Written);
        }

        var receipt = Receipt(301);
        await SaveAsync(Draft(301), receipt);

        var read = await Table.ReadAsync(Address, Years, Cancel);
        read.Progress.ShouldBe(Draft(301));
        var saved = read.Draft.ShouldNotBeNull();
        (saved.Id, saved.BodyHash, saved.Version, saved.State).ShouldBe(
            (receipt.Id, receipt.BodyHash, 301, ProgressState.Draft)
        );
        (await Table.VersionsAsync(Address, Cancel)).ShouldBeEmpty();
        var rows = await Service
            .GetTableClient(ProgressTable.Name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .ToListAsync(Cancel);
        rows.Select(row => row.RowKey).ShouldBe(["2023-II|034|2022|current", "2023-II|034|2023|current"]);
    }

    [Fact]
    public async Task SaveDraft_OverOneNotRead_ChangesNothing()
    {
        await SaveAsync(Draft(1), Receipt(1));
        var read = await Table.ReadAsync(Address, Years, Cancel);
        await SaveAsync(Draft(2), Receipt(2));

        foreach (var stale in new[] { StoredProgress.None, read })
        {
            (await Table.SaveDraftAsync(TestPlan.Id, Years, stale, Draft(9), Receipt(9), Cancel)).ShouldBe(
                WriteOutcome.Changed
            );
        }

        (await Table.ReadAsync(Address, Years, Cancel)).Progress.ShouldBe(Draft(2));
    }

    [Fact]
    public async Task Write_VersionAfterADraft_IsNoDraft()
    {
        await SaveAsync(Draft(1), Receipt(1));

        await WriteAsync(Version(2, 5));

        var read = await Table.ReadAsync(Address, Years, Cancel);
        read.Progress.ShouldBe(Version(2, 5));
        read.Draft.ShouldBeNull();
        (await Table.VersionsAsync(Address, Cancel)).ShouldBe([Version(2, 5)]);
    }

    [Fact]
    public async Task FindVersion_OneOfMany_ReadsItsRowsOnly()
    {
        foreach (var version in Enumerable.Range(1, 5))
        {
            await WriteAsync(Version(version, version));
        }

        var faults = new FaultPolicy();
        var options = new TableClientOptions();
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        var counted = new ProgressTable(new TableServiceClient(account, options));

        (await counted.FindVersionAsync(Address, Years, 3, Cancel)).ShouldBe(Version(3, 3));
        faults.Reads.ShouldBe(Years.Length);
        (await counted.FindVersionAsync(Address, Years, 6, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Write_OverAVersionNotRead_ChangesNothing()
    {
        var read = await Table.ReadAsync(Address, Years, Cancel);
        await WriteAsync(Version(1, 5));

        var outcome = await Table.WriteAsync(TestPlan.Id, Years, read, Version(1, 9), Receipt(9), Cancel);

        outcome.ShouldBe(WriteOutcome.Changed);
        (await Table.VersionsAsync(Address, Cancel)).ShouldBe([Version(1, 5)]);
    }

    [Fact]
    public async Task Write_IdUsedBefore_ChangesNothing()
    {
        var receipt = Receipt(1);
        await WriteAsync(Version(1, 5), receipt);

        (await WriteAsync(Version(2, 9), receipt)).ShouldBe(WriteOutcome.IdTaken);

        (await Table.VersionsAsync(Address, Cancel)).ShouldBe([Version(1, 5)]);
        (await Table.FindReceiptAsync(Address, receipt.Id, Cancel)).ShouldBe(receipt);
    }

    [Fact]
    public async Task Sent_YearWithDraftsAndSubmissions_GivesWhatWasLastSentOfEachGoal()
    {
        await WriteAsync(Version(1, 5));
        await WriteAsync(Version(2, 86));
        var other = new ProgressAddress(TestPlan.Id, TestPlan.First, new ActivityNumber(1));
        await WriteAsync(
            Version(1, 5) with
            {
                Activity = other.Activity,
                Period = other.Period,
                State = ProgressState.Draft,
                Counted = [],
            },
            at: other
        );

        var sent = new List<SentGoal>();
        await foreach (var goal in Table.SentAsync(TestPlan.Id, 2023, Cancel))
        {
            sent.Add(goal);
        }

        sent.Select(goal => (goal.Activity.Value, goal.GoalYear, goal.Period, goal.Counted?.Executed))
            .ShouldBe(
                [
                    (34, 2022, TestPlan.Second, 86m),
                    (34, 2023, TestPlan.Second, null),
                    (1, 2022, TestPlan.First, null),
                    (1, 2023, TestPlan.First, null),
                ],
                ignoreOrder: true
            );
        sent.Count(goal => goal.Counted is null).ShouldBe(2);
    }

    private async Task<WriteOutcome> WriteAsync(
        ActivityProgress progress,
        Receipt? receipt = null,
        ProgressAddress? at = null
    )
    {
        var read = await Table.ReadAsync(at ?? Address, Years, Cancel);
        return await Table.WriteAsync(TestPlan.Id, Years, read, progress, receipt ?? Receipt(progress.Version), Cancel);
    }

    private async Task<WriteOutcome> SaveAsync(ActivityProgress draft, Receipt receipt)
    {
        var read = await Table.ReadAsync(Address, Years, Cancel);
        return await Table.SaveDraftAsync(TestPlan.Id, Years, read, draft, receipt, Cancel);
    }

    private static ActivityProgress Draft(int version) =>
        Version(version, version) with
        {
            State = ProgressState.Draft,
            Counted = [],
        };

    private static Receipt Receipt(int version) =>
        new(Guid.NewGuid(), "0a", version, ProgressState.Submitted, true, "dev:secretariat", TestPlan.Due);

    private static ActivityProgress Version(int version, decimal executed) =>
        new(
            Address.Activity,
            Address.Period,
            version,
            ProgressState.Submitted,
            TestProgress
                .Submission(
                    new GoalEntry(2022, Outcome.Reported, executed),
                    new GoalEntry(2023, Outcome.NotQuantified, null, "Sin registro de asistencia")
                )
                .ToContent(),
            "Observación con ñ y “comillas”",
            true,
            "dev:unit-reporter:DA",
            TestPlan.Due,
            [
                new ReportedGoal(Address.Activity, 2022, Address.Period, Outcome.Reported, executed),
                new ReportedGoal(Address.Activity, 2023, Address.Period, Outcome.NotQuantified, null),
            ]
        );
}
