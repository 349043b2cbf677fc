using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Reports;

/// <summary>A compilation that fails says so, until one succeeds.</summary>
public sealed class FailedCompilationTests(AzuriteFixture azurite)
{
    private static readonly PlanId Other = new("otro-plan");
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_RowThatCannotBeRead_SaysThatItFailedUntilItCan()
    {
        await using var app = await StartAsync();
        await SetOutcomeAsync("Nada");

        await Should.ThrowAsync<ArgumentException>(() => RunAsync(app, "first"));

        var failed = (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports")).ShouldBeOk();
        ((DateTimeOffset)failed["failedAt"]!).ShouldBe(app.Clock.GetUtcNow());
        failed.Text.ShouldNotContain("Nada");

        (await app.Secretariat().PostAsync($"{AppDriver.Plan()}/reports", null, "")).Status.ShouldBe(202);
        await SetOutcomeAsync(nameof(Outcome.Reported));
        app.Clock.Advance(ReportRunner.LeaseTime);
        await RunAsync(app, "second");

        var done = (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports")).ShouldBeOk();
        done["failedAt"].ShouldBeNull();
        ((bool)done["running"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_OnePlanFails_TheOthersAreCompiledAndItIsAskedForAgain()
    {
        await using var app = await StartAsync();
        await app.AddAsync(new TestPlan().Activity(1).Build() with { Id = Other });
        await SetOutcomeAsync("Nada");
        (await app.Get<CompileReportsHandler>().RunAsync(Cancel)).ShouldBe(2);

        await Should.ThrowAsync<ArgumentException>(() => RunAsync(app, "bad"));
        (await app.Get<ReportRunner>().RunAsync(Other, "good", Cancel)).Succeeded(out _, out _).ShouldBeTrue();

        app.Clock.Advance(ReportRunner.LeaseTime);
        (await app.Get<CompileReportsHandler>().RunAsync(Cancel)).ShouldBe(1);
        (await FindAsync(app, Other)).FailedAt.ShouldBeNull();
        (await FindAsync(app)).FailedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Record_ProcessThatEnded_IsToldOnceItsLeaseHasRunOut()
    {
        await using var app = await StartAsync();
        await WriteAsync(app, running: true, claimedFor: ReportRunner.LeaseTime);
        var before = await RowAsync();

        await RecordAsync(app, app.Clock.GetUtcNow());

        (await RowAsync()).ShouldBe(before);
        // It comes back when the claim has run out.
        (await Poison().PeekMessagesAsync(32, Cancel)).Value.ShouldBeEmpty();
        (await Poison().GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount.ShouldBe(1);

        app.Clock.Advance(ReportRunner.LeaseTime);
        await RecordAsync(app, app.Clock.GetUtcNow());
        (await FindAsync(app)).FailedAt.ShouldBe(app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Record_SecondTime_ChangesNothing()
    {
        await using var app = await StartAsync();
        await WriteAsync(app, running: true, claimedFor: TimeSpan.Zero);
        await RecordAsync(app, app.Clock.GetUtcNow());
        var before = await RowAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await RecordAsync(app, app.Clock.GetUtcNow());

        (await RowAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    [InlineData(null)]
    public async Task Record_LateAfterASuccess_ChangesNothing(int? minutesAfterTheRun)
    {
        await using var app = await StartAsync();
        await RunAsync(app, "run");
        var before = await RowAsync();
        DateTimeOffset? asked = minutesAfterTheRun is { } minutes ? app.Clock.GetUtcNow().AddMinutes(minutes) : null;

        await RecordAsync(app, asked);

        (await RowAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Record_AskedForSinceTheLastSuccess_IsTold()
    {
        await using var app = await StartAsync();
        await RunAsync(app, "run");
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await RecordAsync(app, app.Clock.GetUtcNow());

        (await FindAsync(app)).FailedAt.ShouldBe(app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Record_PlanNeverCompiled_IsTold()
    {
        await using var app = await StartAsync();

        await RecordAsync(app, app.Clock.GetUtcNow());

        (await FindAsync(app)).FailedAt.ShouldBe(app.Clock.GetUtcNow());
        (await app.Get<CompileReportsHandler>().RunAsync(Cancel)).ShouldBe(1);
        await RunAsync(app, "run");
        (await FindAsync(app)).FailedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Record_PlanThatIsNone_IsLeftAlone()
    {
        await using var app = await StartAsync();

        await app.Get<FailedCompilationRecorder>().RecordAsync(Other, new CompilationMessage($"{Other}"), Cancel);

        (await app.Get<CompilationTable>().FindAsync(Other, Cancel)).Compilation.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nada")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"plan\":null}")]
    [InlineData("{\"plan\":\"Ningún plan\"}")]
    [InlineData("{\"plan\":\"plan-de-prueba\",\"askedAt\":\"ayer\"}")]
    public async Task GiveUp_MessageThatCannotBeRead_IsDoneWith(string message)
    {
        await using var app = await StartAsync();

        await Triggers(app).GiveUpAsync(message, Cancel);

        (await app.Get<CompilationTable>().FindAsync(TestPlan.Id, Cancel)).Compilation.ShouldBeNull();
    }

    [Fact]
    public async Task GiveUp_MessageOfTheQueue_IsTold()
    {
        await using var app = await StartAsync();
        await app.Get<CompilationQueue>().EnqueueAsync(TestPlan.Id, Cancel);
        var queue = new QueueClient(storage, CompilationQueue.Name, Base64);
        var message = (await queue.ReceiveMessageAsync(cancellationToken: Cancel)).Value.Body.ToString();

        await Triggers(app).GiveUpAsync(message, Cancel);

        (await FindAsync(app)).FailedAt.ShouldNotBeNull();
    }

    private static QueueClientOptions Base64 => new() { MessageEncoding = QueueMessageEncoding.Base64 };

    private static ReportTriggers Triggers(AppDriver app) =>
        ActivatorUtilities.CreateInstance<ReportTriggers>(app.Get<IServiceProvider>());

    private static Task RecordAsync(AppDriver app, DateTimeOffset? asked) =>
        app.Get<FailedCompilationRecorder>()
            .RecordAsync(TestPlan.Id, new CompilationMessage($"{TestPlan.Id}", asked), Cancel);

    private static async Task RunAsync(AppDriver app, string run) =>
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, run, Cancel)).Succeeded(out _, out _).ShouldBeTrue();

    private static async Task<Compilation> FindAsync(AppDriver app, PlanId? plan = null) =>
        (await app.Get<CompilationTable>().FindAsync(plan ?? TestPlan.Id, Cancel)).Compilation.ShouldNotBeNull();

    private static async Task WriteAsync(AppDriver app, bool running, TimeSpan claimedFor)
    {
        var now = app.Clock.GetUtcNow();
        var compilation = new Compilation("dead", running, now + claimedFor, now, now, 0, 0);
        (await app.Get<CompilationTable>().TryWriteAsync(TestPlan.Id, compilation, null, Cancel)).ShouldNotBeNull();
    }

    private QueueClient Poison() => new(storage, CompilationQueue.Poison, Base64);

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(storage);
        await app.AddAsync(new TestPlan().Activity(34).Build());
        (
            await app.Reporter().PutAsync(AppDriver.Progress(34), 0, SentProgress.Submission(Guid.NewGuid(), 5))
        ).ShouldBeOk();
        return app;
    }

    /// <summary>The row of the plan's runs with all its columns, its ETag too.</summary>
    private async Task<string> RowAsync()
    {
        var table = new TableServiceClient(storage).GetTableClient(CompilationTable.Name);
        var row = await table.GetEntityAsync<TableEntity>($"{TestPlan.Id}", "compilation", cancellationToken: Cancel);
        return JsonSerializer.Serialize(row.Value.OrderBy(column => column.Key, StringComparer.Ordinal));
    }

    /// <summary>Writes into what was sent an outcome, which may be one that the app does not know.</summary>
    private async Task SetOutcomeAsync(string outcome)
    {
        var table = new TableServiceClient(storage).GetTableClient(ProgressTable.Name);
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            if (row.ContainsKey("CountedOutcome"))
            {
                row["CountedOutcome"] = outcome;
                await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
            }
        }
    }
}
