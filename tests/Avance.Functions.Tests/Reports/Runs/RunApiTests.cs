using Avance.Functions.Reports;

namespace Avance.Functions.Tests.Reports.Runs;

/// <summary>The runs of a report over HTTP.</summary>
public sealed class RunApiTests(AzuriteFixture azurite)
{
    private static readonly string Runs = $"{AppDriver.Plan()}/reports/2023-II/runs";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_BeforeAnyRun_SaysThatThereIsNoReport()
    {
        await using var app = await StartAsync();

        (await app.Secretariat().GetAsync(Runs)).ShouldBeProblem(404, "report-unknown");
    }

    [Fact]
    public async Task Get_AfterTwoRuns_ListsThemAndWhatTheSecondChanged()
    {
        await using var app = await StartAsync();
        await RunAsync(app, "first");
        (
            await app.Reporter().PutAsync(AppDriver.Progress(34), 0, SentProgress.Submission(Guid.NewGuid(), 5))
        ).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(app, "second");

        var runs = (await app.As("reader plan-de-prueba").GetAsync(Runs)).ShouldBeOk().Json.AsArray();
        var changes = (await app.Secretariat().GetAsync($"{Runs}/second/changes")).ShouldBeOk();

        runs.Select(run => $"{run!["runId"]} {run["isCurrent"]}")
            .ShouldBe(["second true", "first false"], ignoreOrder: true);
        ((string)changes["since"]!["runId"]!).ShouldBe("first");
        changes["changes"]!
            .AsArray()
            .Select(change => (string)change!)
            .ShouldContain("Actividad 34, meta de 2023: 0 ejecutado (0 %) → 5 ejecutado (50 %).");
    }

    [Fact]
    public async Task GetChanges_OfTheFirstRun_ComparesWithNothing()
    {
        await using var app = await StartAsync();
        await RunAsync(app, "first");

        var changes = (await app.Secretariat().GetAsync($"{Runs}/first/changes")).ShouldBeOk();

        changes["since"].ShouldBeNull();
        changes["changes"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("none/changes")]
    [InlineData("first/changes?since=none")]
    [InlineData("..%2F..%2Fother/changes")]
    public async Task GetChanges_UnknownRun_IsNotFound(string path)
    {
        await using var app = await StartAsync();
        await RunAsync(app, "first");

        (await app.Secretariat().GetAsync($"{Runs}/{path}")).ShouldBeProblem(404, "run-unknown");
    }

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());
        return app;
    }

    private static async Task RunAsync(AppDriver app, string runId) =>
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, runId, Cancel)).Succeeded(out _, out _).ShouldBeTrue();
}
