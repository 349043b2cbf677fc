using System.Text.Json.Nodes;
using Avance.Functions.Plans;

namespace Avance.Functions.Tests.Progress;

/// <summary>Goals come into a period and leave it while it is being reported: what was saved stays one history.</summary>
public sealed class ProgressAfterAmendmentTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Path = AppDriver.Progress(34);
    private AppDriver app = null!;
    private ApiClient unit = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppDriver.StartAsync(azurite.NewAccount());
        unit = app.Reporter();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Put_GoalCarriedInAfterADraft_GoesOnFromThatDraft()
    {
        await AddAsync(new Goal(new ActivityNumber(34), 2022, 70, GoalMeasure.Count), Own());
        await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.NewGuid(), 3));
        await CarryAsync(2023);

        (await unit.GetAsync(Path)).Version.ShouldBe(1);
        await PutAsync(1, "submit", (2022, 60), (2023, 5));

        await ShouldHaveAsync((2, "2022:60 2023:5"));
    }

    [Fact]
    public async Task Put_GoalCarriedOutAfterADraft_GoesOnFromThatDraft()
    {
        await AddAsync(new Goal(new ActivityNumber(34), 2022, 70, GoalMeasure.Count, 2023), Own());
        await PutAsync(0, "draft", (2022, 60), (2023, 5));
        await CarryAsync(2024);

        (await unit.GetAsync(Path)).Version.ShouldBe(1);
        await PutAsync(1, "submit", (2023, 6));

        await ShouldHaveAsync((2, "2023:6"));
        (await unit.GetAsync(Path))["content"]!["goals"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Put_OnlyGoalCarriedOutAndInAgain_KeepsItsHistory()
    {
        await AddAsync(new Goal(new ActivityNumber(34), 2022, 70, GoalMeasure.Count, 2023));
        await PutAsync(0, "draft", (2022, 60));
        await CarryAsync(2024);

        (await unit.GetAsync(Path)).Version.ShouldBe(1);

        await CarryAsync(2023);
        await PutAsync(1, "submit", (2022, 61));
        await ShouldHaveAsync((2, "2022:61"));
    }

    [Fact]
    public async Task Put_OtherGoalTookThePlaceOfTheOneDrafted_StartsNoSecondHistory()
    {
        var carried = new Goal(new ActivityNumber(34), 2022, 70, GoalMeasure.Count, 2023);
        await AddAsync(carried);
        await PutAsync(0, "draft", (2022, 60));
        var plans = app.Get<PlansTable>();
        var stored = (await plans.FindAsync(TestPlan.Id, TestContext.Current.CancellationToken))!;
        await plans.ImportAsync(
            stored,
            stored.Plan with
            {
                Goals = [carried with { CarriedTo = 2024 }, Own()],
            },
            stored.LastChange,
            TestContext.Current.CancellationToken
        );

        var answer = await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.NewGuid(), 3));

        answer.ShouldBeProblem(412, "progress-changed", "If-Match");
        var kept = await unit.GetAsync(Path);
        kept.Version.ShouldBe(1);
        GoalsOf(kept.Json).ShouldBe("2022:60");
    }

    private static Goal Own() => new(new ActivityNumber(34), 2023, 10, GoalMeasure.Count);

    private async Task AddAsync(params Goal[] goals)
    {
        var plan = new TestPlan().Activity(34).Build();
        await app.AddAsync(plan with { Goals = [.. goals], Header = plan.Header with { LastYear = 2024 } });
    }

    private async Task CarryAsync(int year) =>
        (
            await app.Secretariat()
                .PostAsync(
                    $"{AppDriver.Plan()}/amendments",
                    null,
                    new
                    {
                        kind = "carryGoalOver",
                        id = Guid.NewGuid(),
                        reason = "Acuerdo del grupo de trabajo",
                        legalDocument = "Acta 002-2023-CSIG",
                        activity = 34,
                        year = 2022,
                        toYear = year,
                    }
                )
        ).ShouldBeOk();

    private async Task PutAsync(int version, string action, params (int Year, decimal Executed)[] goals) =>
        (
            await unit.PutAsync(
                Path,
                version,
                new
                {
                    submissionId = Guid.NewGuid(),
                    action,
                    goals = goals.Select(goal => new
                    {
                        year = goal.Year,
                        outcome = "reported",
                        executed = goal.Executed,
                    }),
                }
            )
        ).ShouldBeOk();

    private async Task ShouldHaveAsync(params (int Version, string Goals)[] expected) =>
        (await unit.GetAsync($"{Path}/versions"))
            .Json.AsArray()
            .Select(version => ((int)version!["version"]!, GoalsOf(version)))
            .ShouldBe(expected);

    private static string GoalsOf(JsonNode progress) =>
        string.Join(
            ' ',
            progress["content"]!["goals"]!.AsArray().Select(goal => $"{goal!["year"]}:{goal["executed"]}")
        );
}
