using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Functions.Reports.RecommendationChecks;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reports.Successors;

/// <summary>The draft of the next plan over HTTP.</summary>
public sealed class SuccessorApiTests(AzuriteFixture azurite)
{
    private static readonly string Path = $"{AppDriver.Plan()}/successor";

    [Fact]
    public async Task Get_AfterTheLastReport_CarriesWhatWasRescheduledAndNamesWhatIsRecommended()
    {
        await using var driver = await StartAsync();
        var rescheduled = new
        {
            submissionId = Guid.NewGuid(),
            action = "submit",
            goals = new[]
            {
                new
                {
                    year = 2023,
                    outcome = "rescheduled",
                    reason = "La compra se declaró desierta.",
                },
            },
            narrative = "Se reprograma.",
        };
        (await driver.App.Reporter().PutAsync(AppDriver.Progress(22), 0, rescheduled)).ShouldBeOk();

        var successor = (await driver.App.Secretariat().GetAsync(Path)).ShouldBeOk();

        ((string)successor["of"]!, (string)successor["period"]!).ShouldBe(("plan-de-prueba", "2023-II"));
        successor["file"]!["goals"]!
            .AsArray()
            .Where(goal => (int)goal!["activity"]! == 22)
            .Select(goal => $"{goal!["year"]} {goal["target"]} {goal["carriedTo"]}")
            .ShouldBe(["2023 10 2024", "2025 10 "]);
        var origins = successor["activities"]!.AsArray();
        origins.Single(one => (string)one!["number"]! == "22")!["reasons"]!
            .AsArray()
            .Select(reason => (string)reason!)
            .ShouldBe(["rescheduled", "recommended"]);
        origins.ShouldAllBe(one => one!["recommendations"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task Get_DraftWithItsLegalBasis_IsImportedAsANewPlanBySomeoneWhoMay()
    {
        await using var driver = await StartAsync();
        var next = new PlanId("plan-siguiente");
        var file = (await driver.App.Secretariat().GetAsync(Path)).ShouldBeOk()["file"]!.AsObject();
        var import = $"{AppDriver.Plan(next)}/import";

        var missing = await driver.App.Secretariat(next).PostAsync(import, null, file.ToJsonString());
        missing.ShouldBeProblem(422, "plan-file-invalid");
        missing["problems"]!.AsArray().ShouldHaveSingleItem()!["column"]!.GetValue<string>().ShouldBe("legalBasis");
        file["plan"]!["legalBasis"] = JsonValue.Create("RM N° 100-2024-MIMP");
        (await driver.App.Secretariat().PostAsync(import, null, file.ToJsonString())).ShouldBeProblem(
            403,
            "not-allowed"
        );
        (await driver.App.Secretariat(next).PostAsync(import, null, file.ToJsonString())).ShouldBeOk();

        var plan = (await driver.App.Secretariat(next).GetAsync(AppDriver.Plan(next))).ShouldBeOk();
        ((int)plan["header"]!["firstYear"]!, plan["activities"]!.AsArray().Count).ShouldBe((2024, 2));
    }

    [Fact]
    public async Task Get_YearsThatCannotBe_AreRefusedTogether()
    {
        await using var driver = await StartAsync();

        var refused = await driver.App.Secretariat().GetAsync($"{Path}?firstYear=2020&lastYear=2019");

        refused.ShouldBeProblem(422, "invalid-request");
        refused.Fields.ShouldBe(["firstYear successor-first-year", "lastYear successor-last-year"]);
    }

    [Fact]
    public async Task Get_BeforeAnythingOpened_HasNoReport()
    {
        await using var driver = await StartAsync();
        var plan = new TestPlan().Activity(1).Build();
        plan = plan with
        {
            Id = new PlanId("plan-futuro"),
            Periods = [.. plan.Periods.Select(period => period with { Opens = period.Opens.AddYears(1) })],
        };
        await driver.App.AddAsync(plan);

        var successor = await driver.App.Secretariat(plan.Id).GetAsync($"{AppDriver.Plan(plan.Id)}/successor");

        successor.ShouldBeOk()["period"].ShouldBeNull();
        successor["file"]!["activities"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_OfAnotherKindOfPlan_IsRefusedAndSoIsACheckAgainstIt()
    {
        await using var driver = await StartAsync();
        var plan = new TestPlan().Activity(1).Build();
        var policy = plan with { Id = new PlanId("politica"), Header = plan.Header with { Kind = PlanKind.Policy } };
        await driver.App.AddAsync(policy);

        (await driver.App.Secretariat(policy.Id).GetAsync($"{AppDriver.Plan(policy.Id)}/successor")).ShouldBeProblem(
            409,
            "successor-kind"
        );
        var check = await driver
            .App.Get<RecommendationCheckHandler>()
            .CheckAsync(TestPlan.Id, policy.Id, TestContext.Current.CancellationToken);
        check.ShouldBeRefused("successor-kind");
    }

    private Task<EvidenceDriver> StartAsync() => EvidenceDriver.StartAsync(azurite.NewAccount());
}
