using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Testing;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Progress;

public sealed class ProgressTableTests(AzuriteFixture azurite)
{
    private static readonly ProgressAddress Address = new(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));
    private static readonly int[] Years = [2022, 2023];
    private readonly ProgressTable table = new(new TableServiceClient(azurite.NewAccount()));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingWritten_IsNull() =>
        (await table.ReadAsync(Address, Years, Cancel)).Progress.ShouldBeNull();

    [Fact]
    public async Task Write_Version_IsReadBackAsItWas()
    {
        var progress = Version(1, 86.5m);

        (await WriteAsync(progress)).ShouldBe(WriteOutcome.Written);

        (await table.ReadAsync(Address, Years, Cancel)).Progress.ShouldBe(progress);
    }

    [Fact]
    public async Task Write_SecondVersion_KeepsTheFirst()
    {
        await WriteAsync(Version(1, 5));
        await WriteAsync(Version(2, 6));

        (await table.VersionsAsync(Address, Cancel)).ShouldBe([Version(1, 5), Version(2, 6)]);
    }

    [Fact]
    public async Task Write_DraftThatDropsAGoal_ForgetsItsEntry()
    {
        var both = Version(1, 5);
        await WriteAsync(both);
        var one = both with { Version = 2, Content = both.Content with { Goals = [both.Content.Goals[1]] } };

        await WriteAsync(one);

        (await table.ReadAsync(Address, Years, Cancel)).Progress!.Content.Goals.ShouldBe([both.Content.Goals[1]]);
    }

    [Fact]
    public async Task Write_OverAVersionNotRead_ChangesNothing()
    {
        var read = await table.ReadAsync(Address, Years, Cancel);
        await WriteAsync(Version(1, 5));

        var outcome = await table.WriteAsync(TestPlan.Id, Years, read, Version(1, 9), Receipt(9), Cancel);

        outcome.ShouldBe(WriteOutcome.Changed);
        (await table.VersionsAsync(Address, Cancel)).ShouldBe([Version(1, 5)]);
    }

    [Fact]
    public async Task Write_IdUsedBefore_ChangesNothing()
    {
        var receipt = Receipt(1);
        await WriteAsync(Version(1, 5), receipt);

        (await WriteAsync(Version(2, 9), receipt)).ShouldBe(WriteOutcome.IdTaken);

        (await table.VersionsAsync(Address, Cancel)).ShouldBe([Version(1, 5)]);
        (await table.FindReceiptAsync(Address, receipt.Id, Cancel)).ShouldBe(receipt);
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
        await foreach (var goal in table.SentAsync(TestPlan.Id, 2023, Cancel))
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
        var read = await table.ReadAsync(at ?? Address, Years, Cancel);
        return await table.WriteAsync(TestPlan.Id, Years, read, progress, receipt ?? Receipt(progress.Version), Cancel);
    }

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
