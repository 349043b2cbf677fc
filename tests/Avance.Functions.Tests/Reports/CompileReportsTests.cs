using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Storage;
using Azure;
using Azure.Core;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Reports;

/// <summary>From the timer, or the secretariat that asks, to the reports.</summary>
public sealed class CompileReportsTests(AzuriteFixture azurite)
{
    private static readonly PlanId Other = new("otro-plan");
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);
    private readonly string storage = azurite.NewAccount();
    private readonly FaultPolicy faults = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_PlansThatAreDue_AreAskedForUntilTheirReportsAreThere()
    {
        await using var app = await StartAsync();
        var due = app.Get<CompileReportsHandler>();

        (await due.RunAsync(Cancel)).ShouldBe(2);

        (await AskedAsync()).ShouldBe([Other, TestPlan.Id], ignoreOrder: true);
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "run", Cancel)).Succeeded(out _, out _).ShouldBeTrue();
        (await due.RunAsync(Cancel)).ShouldBe(1);
        (await AskedAsync()).ShouldBe([Other]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Run_PlanThatCannotBeAskedFor_KeepsNoOtherWaiting(int failing)
    {
        await using var app = await StartAsync();
        await Queue().CreateIfNotExistsAsync(cancellationToken: Cancel);
        faults.Reset();
        faults.BeforeWrite = number =>
            number == failing ? throw new RequestFailedException(503, "The queue is down.") : Task.CompletedTask;

        (await app.Get<CompileReportsHandler>().RunAsync(Cancel)).ShouldBe(1);

        faults.BeforeWrite = null;
        (await AskedAsync()).Count.ShouldBe(1);
        (await app.Get<CompileReportsHandler>().RunAsync(Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task Post_BySecretariat_CompilesWhatCanThenBeRead()
    {
        await using var app = await StartAsync(listens: true);
        var reports = $"{AppDriver.Plan()}/reports";
        (
            await app.Reporter().PutAsync(AppDriver.Progress(34), 0, SentProgress.Submission(Guid.NewGuid(), 5))
        ).ShouldBeOk();
        (await app.Secretariat().GetAsync($"{reports}/2023-II")).ShouldBeProblem(404, "report-unknown");

        (await app.Secretariat().PostAsync(reports, null, "")).Status.ShouldBe(202);

        var report = await WaitAsync(() => app.Secretariat().GetAsync($"{reports}/2023-II"));
        ((int)report["plan"]!["programmed"]!).ShouldBe(1);
        report["activities"]!.AsArray().Count.ShouldBe(1);
        ((double)report["goals"]![0]!["percent"]!).ShouldBe(50);
        ((string)report["goals"]![0]!["outcome"]!).ShouldBe("Reported");
        (await app.Secretariat().GetAsync(reports)).ShouldBeOk()["running"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Post_PlanThatIsNone_IsNotAskedFor()
    {
        await using var app = await StartAsync();

        (await app.As("national-secretariat").PostAsync("/api/plans/ninguno/reports", null, "")).Status.ShouldBeOneOf(
            403,
            404
        );

        (await AskedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Timer_Fired_CompilesTheReportsOfAllPlans()
    {
        await using var app = await StartAsync(listens: true);

        (await app.As(null).PostAsync("/admin/functions/CompileReports", null, "{}")).Status.ShouldBe(202);

        await WaitAsync(() => app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports/2023-II"));
        await WaitAsync(() => app.As($"secretariat {Other}").GetAsync($"{AppDriver.Plan(Other)}/reports/2023-II"));
    }

    private static async Task<Answer> WaitAsync(Func<Task<Answer>> ask)
    {
        using var over = new CancellationTokenSource(MaxWait);
        while (true)
        {
            var answer = await ask();
            if (answer.Status != 404)
            {
                return answer.ShouldBeOk();
            }

            await Task.Delay(50, over.Token);
        }
    }

    private async Task<AppDriver> StartAsync(bool listens = false)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        var app = await AppDriver.StartAsync(
            storage,
            listens: listens,
            configure: builder => builder.Services.AddSingleton(new QueueServiceClient(storage, options))
        );
        // What the start makes is no step of a test.
        await app.Get<StorageInitializer>().ExecuteTask!;
        await app.AddAsync(new TestPlan().Activity(34).Build());
        await app.AddAsync(new TestPlan().Activity(1).Build() with { Id = Other });
        return app;
    }

    private QueueClient Queue() =>
        new QueueServiceClient(
            storage,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        ).GetQueueClient(CompilationQueue.Name);

    /// <summary>Takes the messages.</summary>
    private async Task<IReadOnlyList<PlanId>> AskedAsync()
    {
        await Queue().CreateIfNotExistsAsync(cancellationToken: Cancel);
        var messages = (await Queue().ReceiveMessagesAsync(32, cancellationToken: Cancel)).Value;
        foreach (var message in messages)
        {
            await Queue().DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancel);
        }

        return
        [
            .. messages.Select(message =>
                PlanId.Parse(
                    JsonSerializer.Deserialize<CompilationMessage>(message.Body.ToString(), Json.Options)!.Plan,
                    null
                )
            ),
        ];
    }
}
