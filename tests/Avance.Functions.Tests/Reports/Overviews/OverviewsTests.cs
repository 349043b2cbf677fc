using System.Text.Json.Nodes;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Findings.Rules;
using Avance.Functions.Plans;

namespace Avance.Functions.Tests.Reports.Overviews;

/// <summary>What the desks are told, from what is stored.</summary>
public sealed class OverviewsTests(AzuriteFixture azurite)
{
    private static readonly ProgressAddress Address = new(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overview_OfAPeriod_TellsHowItStandsNow()
    {
        await using var app = await StartAsync(new TestPlan().Activity(34).Activity(35, "DTEG").Build());
        await SendAsync(app, 34, 10);

        var overview = await GetAsync(app, "reader");

        ((string)overview["role"]!, (int)overview["daysLeft"]!, (string)overview["period"]!["state"]!).ShouldBe(
            ("reader", 35, "open")
        );
        ((int)overview["execution"]!["programmed"]!, (int)overview["execution"]!["fullyExecuted"]!).ShouldBe((2, 1));
        ((decimal)overview["execution"]!["level"]!).ShouldBe(50);
        overview["periods"]!.AsArray().Select(period => (string)period!["id"]!).ShouldBe(["2023-I", "2023-II"]);
        StatesOf(overview).ShouldBe([("34", "submitted"), ("35", null)]);
        overview["before"].ShouldBeNull();
        overview.AsObject().ContainsKey("policy").ShouldBeFalse();
        overview.AsObject().ContainsKey("workPlan").ShouldBeFalse();
    }

    [Fact]
    public async Task Overview_Files_AreThoseThatWereNotWithdrawn()
    {
        await using var app = await StartAsync(new TestPlan().Activity(34).Build());
        await AddFileAsync(app, 0, EvidenceState.Received);
        await AddFileAsync(app, 1, EvidenceState.Withdrawn);

        var activity = (await GetAsync(app))["activities"]!.AsArray().ShouldHaveSingleItem()!;

        ((int)activity["files"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Overview_Doubts_AreThoseThatAreRaisedNow()
    {
        await using var app = await StartAsync(new TestPlan().Activity(34).Build());
        var claim = new ClaimAddress(TestPlan.Second, Address.Activity);
        var now = app.Clock.GetUtcNow();
        var raised = Finding.Raise(claim, new EvidenceMissingRule(), new RaisedFinding("", ["10", "x", "y", ""]), now);
        var gone = Finding.Raise(claim, new NumberMissingRule(), new RaisedFinding("", ["10"]), now) with
        {
            IsRaised = false,
        };
        (
            await app.Get<FindingsTable>()
                .TryWriteAsync(Address, new FindingChanges([raised, gone], []), "stamp", [], null, Cancel)
        ).ShouldNotBeNull();

        var activity = (await GetAsync(app))["activities"]![0]!;

        ((int)activity["doubts"]!, (int)activity["serious"]!, (bool)activity["examined"]!).ShouldBe((1, 1, false));
    }

    [Fact]
    public async Task Overview_Examined_HoldsUntilSomethingIsSent()
    {
        await using var app = await StartAsync(new TestPlan().Activity(34).Build());
        await SendAsync(app, 34, 10);
        await app.Get<ClaimExaminer>().ExamineAsync(Address, Cancel);
        (await IsExaminedAsync()).ShouldBeTrue();

        (
            await app.Secretariat()
                .PostAsync($"{AppDriver.Progress(34)}/review", 1, SentProgress.Return(Guid.NewGuid()))
        ).ShouldBeOk();
        (await IsExaminedAsync()).ShouldBeFalse();

        async Task<bool> IsExaminedAsync() => (bool)(await GetAsync(app))["activities"]![0]!["examined"]!;
    }

    [Theory]
    [InlineData(null, 100.0)]
    [InlineData("2023-I", null)]
    public async Task Overview_YearBefore_IsThatOfItsLastReportedPeriod(string? firstPeriod, double? level)
    {
        var number = new ActivityNumber(34);
        Period? first = firstPeriod is null ? null : Period.Parse(firstPeriod, null);
        var plan = new TestPlan().With(new PlanSettings(FirstPeriod: first)).Activity(34).Build();
        plan = plan with
        {
            Goals = [new Goal(number, 2022, 4, GoalMeasure.Count), .. plan.Goals],
            Periods =
            [
                new ReportingPeriod(
                    new Period(2022, 2),
                    TestPlan.Opens.AddYears(-1),
                    TestPlan.Due.AddYears(-1),
                    TestPlan.Closes.AddYears(-1)
                ),
                .. plan.Periods,
            ],
        };
        await using var app = await StartAsync(plan, TestPlan.Opens.AddYears(-1).AddDays(3));
        await SendAsync(app, 34, 4, 2022, "2022-II");
        app.Clock.SetUtcNow(TestPlan.WhileOpen);

        var before = (await GetAsync(app))["before"];

        ((double?)before?["level"], (string?)before?["period"]).ShouldBe((level, level is null ? null : "2022-II"));
    }

    [Theory]
    [InlineData("2030-I")]
    [InlineData("pronto")]
    public async Task Overview_OfAPeriodThatIsNone_IsNotFound(string period)
    {
        await using var app = await StartAsync(new TestPlan().Activity(34).Build());

        (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/periods/{period}/overview")).ShouldBeProblem(
            404,
            "period-unknown"
        );
    }

    [Fact]
    public async Task NationalOverview_OfAllPlans_TakesTheLatestPeriodThatHasOpened()
    {
        var plan = new TestPlan().Activity(34).Activity(35).Activity(36, status: ActivityStatus.Reformulated).Build();
        await using var app = await StartAsync(plan);
        var header = plan.Header;
        await app.AddAsync(plan with { Id = new PlanId("plan-b"), Header = header with { Body = "CULTURA" } });
        await app.AddAsync(
            plan with
            {
                Id = new PlanId("plan-a"),
                Header = header with { Body = "CULTURA" },
                Periods =
                [
                    new ReportingPeriod(
                        TestPlan.Second,
                        TestPlan.Opens.AddYears(1),
                        TestPlan.Due.AddYears(1),
                        TestPlan.Closes.AddYears(1)
                    ),
                ],
            }
        );
        await SendAsync(app, 34, 10);
        (
            await app.Secretariat()
                .PostAsync($"{AppDriver.Progress(34)}/review", 1, SentProgress.Accept(Guid.NewGuid()))
        ).ShouldBeOk();
        await SendAsync(app, 35, 1);

        var plans = (await app.As("national-secretariat").GetAsync("/api/overview")).ShouldBeOk().Json.AsArray();

        plans.Select(one => (string)one!["id"]!).ShouldBe(["plan-a", "plan-b", $"{TestPlan.Id}"]);
        plans.Select(one => (string?)one!["period"]?["id"]).ShouldBe([null, "2023-II", "2023-II"]);
        plans.Select(one => $"{one!["accepted"]}/{one["sent"]}/{one["due"]}").ShouldBe(["0/0/0", "0/0/2", "1/2/2"]);
        plans.Select(one => (decimal?)one!["execution"]?["level"]).ShouldBe([null, 0, 50]);
    }

    private static IEnumerable<(string Number, string? State)> StatesOf(JsonNode overview) =>
        overview["activities"]!.AsArray().Select(one => ((string)one!["number"]!, (string?)one["state"]));

    private static async Task<JsonNode> GetAsync(AppDriver app, string role = "secretariat") =>
        (await app.As($"{role} {TestPlan.Id}").GetAsync($"{AppDriver.Plan()}/periods/2023-II/overview"))
            .ShouldBeOk()
            .Json;

    private static async Task SendAsync(
        AppDriver app,
        int activity,
        decimal executed,
        int year = 2023,
        string period = "2023-II"
    ) =>
        (
            await app.Secretariat()
                .PutAsync(
                    AppDriver.Progress(activity, period),
                    0,
                    SentProgress.Submission(Guid.NewGuid(), executed, year)
                )
        ).ShouldBeOk();

    private static async Task AddFileAsync(AppDriver app, int place, EvidenceState state) =>
        await app.Get<EvidenceTable>()
            .TryAddAsync(
                new StoredEvidence(
                    Address,
                    EvidenceId.Of(Address, Guid.Empty, place),
                    $"{place}.pdf",
                    10,
                    new string('a', 64),
                    "dev:unit-reporter:OGRH",
                    app.Clock.GetUtcNow(),
                    state
                ),
                Cancel
            );

    private async Task<AppDriver> StartAsync(Plan plan, DateTimeOffset? now = null)
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount(), now);
        await app.AddAsync(plan);
        return app;
    }
}
