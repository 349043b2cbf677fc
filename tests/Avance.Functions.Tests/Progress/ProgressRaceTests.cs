using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Progress;

/// <summary>Several at once, and crashes in between: nothing is lost and nothing is there twice.</summary>
public sealed class ProgressRaceTests(AzuriteFixture azurite)
{
    private static readonly string Path = AppDriver.Progress(34);
    private readonly string storage = azurite.NewAccount();
    private readonly Guid id = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_ManyOnTheSameVersion_ExactlyOneWins()
    {
        await using var app = await StartAsync();
        var unit = app.Reporter();
        await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.NewGuid(), 1));

        foreach (var version in Enumerable.Range(1, 3))
        {
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(1, 6)
                    .Select(number => unit.PutAsync(Path, version, SentProgress.Draft(Guid.NewGuid(), number)))
            );

            answers.Count(answer => answer.Status == 200).ShouldBe(1);
            answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Code == "progress-changed");
        }

        (await unit.GetAsync(Path)).Version.ShouldBe(4);
    }

    [Fact]
    public async Task Put_ManyWhoAddToWhatTheySaw_LoseNothing()
    {
        await using var app = await StartAsync();
        var unit = app.Reporter();

        await Task.WhenAll("abcd".Select(AddAsync));

        var text = (string)(await unit.GetAsync(Path))["content"]!["narrative"]!;
        text.Order().ShouldBe("aaabbbcccddd");
        (await unit.GetAsync(Path)).Version.ShouldBe(12);

        async Task AddAsync(char mark)
        {
            for (var (added, tries) = (0, 0); added < 3; tries++)
            {
                tries.ShouldBeLessThan(100);
                var seen = await unit.GetAsync(Path);
                var before = (string?)seen["content"]?["narrative"] ?? "";
                var body = SentProgress.Draft(Guid.NewGuid(), 1, before + mark);
                added += (await unit.PutAsync(Path, seen.Version, body)).Status == 200 ? 1 : 0;
            }
        }
    }

    [Fact]
    public async Task Put_SameSubmissionManyTimesAtOnce_MakesOneVersion()
    {
        await using var app = await StartAsync();
        var unit = app.Reporter();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => unit.PutAsync(Path, 0, SentProgress.Submission(id)))
        );

        answers.Select(answer => answer.ShouldBeOk().Text).Distinct().Count().ShouldBe(1);
        (await unit.GetAsync($"{Path}/versions")).Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Put_OvertakenBeforeItsWrite_IsToldBothVersions()
    {
        var others = 1;
        ApiClient unit = null!;
        await using var app = await StartAsync(
            (request, send) =>
                HookedTransport.IsTransaction(request) && Interlocked.Decrement(ref others) == 0
                    ? OvertakeAsync(send)
                    : send()
        );
        unit = app.Reporter();

        var answer = (await unit.PutAsync(Path, 0, SentProgress.Draft(id, 1))).ShouldBeProblem(
            412,
            "progress-changed",
            "If-Match"
        );

        (answer["seenVersion"]?.GetValue<int>(), answer["version"]?.GetValue<int>()).ShouldBe((0, 1));

        async Task OvertakeAsync(Func<Task> send)
        {
            (await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.NewGuid(), 2))).ShouldBeOk();
            await send();
        }
    }

    [Fact]
    public async Task Put_AnswerOfTheStorageLost_IsTriedAgainAndGivesTheReceipt()
    {
        var lossy = HookedTransport.LosingAnswers(1).Connect(storage);
        await using var app = await StartAsync(lossy);

        (await app.Reporter().PutAsync(Path, 0, SentProgress.Submission(id))).ShouldBeOk().Version.ShouldBe(1);

        (await app.Reporter().GetAsync($"{Path}/versions")).Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Put_AnswersOfTheStorageLostForGood_TheClientsNextTryGetsTheReceipt()
    {
        var lossy = HookedTransport.LosingAnswers(1).Connect(storage, tries: 1);
        await using var app = await StartAsync(lossy);
        var unit = app.Reporter();

        var outage = await unit.PutAsync(Path, 0, SentProgress.Submission(id));
        outage.ShouldBeProblem(503, "storage-unavailable").Header("Retry-After").ShouldBe("10");
        var receipt = (await unit.PutAsync(Path, 0, SentProgress.Submission(id))).ShouldBeOk();

        (receipt.Version, receipt.State).ShouldBe((1, "submitted"));
        (await unit.GetAsync($"{Path}/versions")).Json.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Put_AfterACrashAtItsWrite_IsHealedByARepetition(bool isDraft, bool afterSending)
    {
        var faults = new FaultPolicy { AfterSending = afterSending };
        var options = new TableClientOptions();
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        await using var app = await StartAsync(new TableServiceClient(storage, options));
        var unit = app.Reporter();
        await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.NewGuid(), 1));
        var body = isDraft ? SentProgress.Draft(id, 2) : SentProgress.Submission(id, 2);
        faults.Reset();
        faults.FailAtWrite = 1;

        (await unit.PutAsync(Path, 1, body)).Status.ShouldBe(500);
        (await unit.GetAsync(Path)).Version.ShouldBe(afterSending ? 2 : 1);
        var healed = (await unit.PutAsync(Path, 1, body)).ShouldBeOk();

        (healed.Version, healed.State).ShouldBe((2, isDraft ? "draft" : "submitted"));
        (await unit.PutAsync(Path, 1, body)).Text.ShouldBe(healed.Text);
        (await unit.GetAsync(Path)).Version.ShouldBe(2);
        (await unit.GetAsync($"{Path}/versions")).Json.AsArray().Count.ShouldBe(isDraft ? 0 : 1);
    }

    [Fact]
    public async Task Put_DraftManyTimesAtOnce_IsSavedOnce()
    {
        await using var app = await StartAsync();
        var unit = app.Reporter();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => unit.PutAsync(Path, 0, SentProgress.Draft(id, 1)))
        );

        answers.Select(answer => answer.ShouldBeOk().Text).Distinct().Count().ShouldBe(1);
        (await unit.GetAsync(Path)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Put_CallerGoneAfterTheWrite_GetsTheReceiptTheNextTime()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var transactions = 0;
        await using var app = await StartAsync(
            async (request, send) =>
            {
                await send();
                if (HookedTransport.IsTransaction(request) && Interlocked.Increment(ref transactions) == 1)
                {
                    await leave.CancelAsync();
                    // The answer comes long after the caller has gone.
                    await Task.Delay(200, Cancel);
                }
            }
        );
        var unit = app.Reporter();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            unit.PutAsync(Path, 0, SentProgress.Submission(id), leave.Token)
        );

        (await unit.PutAsync(Path, 0, SentProgress.Submission(id))).ShouldBeOk().Version.ShouldBe(1);
        (await unit.GetAsync($"{Path}/versions")).Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Read_WrittenBetweenItsRows_IsOfOneVersion()
    {
        var address = new ProgressAddress(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));
        int[] years = [2022, 2023];
        var writer = new ProgressTable(new TableServiceClient(storage));
        await WriteAsync(1);
        var overtakes = 1;
        var transport = new HookedTransport(
            async (request, send) =>
            {
                if (
                    Uri.UnescapeDataString(request.Uri.Path).Contains("|2023|current")
                    && Interlocked.Decrement(ref overtakes) == 0
                )
                {
                    // The row of 2022 has been read by then.
                    await Task.Delay(200, Cancel);
                    await WriteAsync(2);
                }

                await send();
            }
        );

        var read = (await new ProgressTable(transport.Connect(storage)).ReadAsync(address, years, Cancel)).Progress!;

        overtakes.ShouldBeLessThan(1);
        read.Version.ShouldBe(2);
        read.Content.Goals.Select(goal => goal.Executed).ShouldBe([2m, 2m]);

        async Task WriteAsync(int version)
        {
            var content = TestProgress
                .Submission(
                    new GoalEntry(2022, Outcome.Reported, version),
                    new GoalEntry(2023, Outcome.Reported, version)
                )
                .ToContent();
            var next = new ActivityProgress(
                address.Activity,
                address.Period,
                version,
                ProgressState.Draft,
                content,
                "",
                false,
                "dev:unit-reporter:OGRH",
                TestPlan.WhileOpen,
                []
            );
            var receipt = new Receipt(Guid.NewGuid(), "0a", version, next.State, false, next.By, next.At);
            var before = await writer.ReadAsync(address, years, Cancel);
            (await writer.SaveDraftAsync(TestPlan.Id, years, before, next, receipt, Cancel)).ShouldBe(
                WriteOutcome.Written,
                version.ToString(CultureInfo.InvariantCulture)
            );
        }
    }

    private Task<AppDriver> StartAsync(Func<Request, Func<Task>, Task>? network = null) =>
        StartAsync(network is null ? null : new HookedTransport(network).Connect(storage));

    private async Task<AppDriver> StartAsync(TableServiceClient? tables)
    {
        await AppDriver.AddAsync(new TableServiceClient(storage), new TestPlan().Activity(34).Build());
        return await AppDriver.StartAsync(
            storage,
            configure: tables is null ? null : builder => builder.Services.AddSingleton(tables)
        );
    }
}
