using System.Text.Json.Nodes;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Pages.Work;

/// <summary>What the unit's form reads at its start and after sending.</summary>
public sealed class UnitWorkApiTests(AzuriteFixture azurite)
{
    private const string Work = "/api/plans/plan-de-prueba/periods/2023-II/units/OGRH/work";

    [Fact]
    public async Task GetUnitWork_OfAUnit_ListsItsActivitiesWithStatesAndDaysLeft()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34, carriedOver: 70).Activity(35).Activity(36, "DTEG").Build());
        (await app.Reporter().PutAsync(AppDriver.Progress(34), 0, SentProgress.Draft(Guid.NewGuid()))).ShouldBeOk();

        var work = (await app.Reporter().GetAsync(Work)).ShouldBeOk();

        ((string)work["unit"]!["code"]!).ShouldBe("OGRH");
        work["unit"]!.AsObject().ContainsKey("contacts").ShouldBeFalse();
        ((string)work["period"]!["state"]!).ShouldBe("open");
        ((int)work["daysLeft"]!).ShouldBe(35);
        ((bool)work["endsYear"]!).ShouldBeTrue();
        List(work["activities"])
            .Select(item => $"{item["activity"]!["number"]} {item["state"]}")
            .ShouldBe(["34 draft", "35 "]);
        List(work["activities"]![0]!["goals"])
            .Select(goal => $"{goal["year"]} {goal["target"]} {goal["carriedOver"]}")
            .ShouldBe(["2022 70 true", "2023 10 false"]);
        List(work["toExplain"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetUnitWork_InTheSecondSemester_SaysWhatTheFirstReported()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), TestPlan.WhileOpen.AddMonths(-6));
        await app.AddAsync(new TestPlan().Activity(34).Build());
        var first = AppDriver.Progress(34, "2023-I");
        (await app.Reporter().PutAsync(first, 0, SentProgress.Submission(Guid.NewGuid(), 4))).ShouldBeOk();
        var then = (await app.Reporter().GetAsync(Work.Replace("2023-II", "2023-I", StringComparison.Ordinal)));
        ((bool)then.ShouldBeOk()["endsYear"]!).ShouldBeFalse();

        var work = (await app.Reporter().GetAsync(Work)).ShouldBeOk();

        var goal = List(work["activities"]![0]!["goals"]).ShouldHaveSingleItem();
        ((decimal)List(goal["earlier"]).ShouldHaveSingleItem()["executed"]!).ShouldBe(4);
        work["activities"]![0]!["state"].ShouldBeNull();
    }

    [Fact]
    public async Task GetUnitWork_WithFindings_ListsThoseThatNobodyHasExplained()
    {
        await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
        await driver.SendAsync(22, executed: 5);
        await driver.ExamineAsync(22);
        var before = List((await driver.App.Reporter().GetAsync(Work)).ShouldBeOk()["toExplain"]);
        before.ShouldNotBeEmpty();
        var id = (string)before[0]["id"]!;

        (
            await driver
                .App.Reporter()
                .PutAsync(
                    $"{AppDriver.Plan()}/periods/2023-II/findings/{id}/explanation",
                    null,
                    new { text = "El informe se emitirá en enero." }
                )
        ).ShouldBeOk();

        List((await driver.App.Reporter().GetAsync(Work))["toExplain"])
            .Select(finding => (string)finding["id"]!)
            .ShouldBe(before.Skip(1).Select(finding => (string)finding["id"]!));
        List(
                (await driver.App.Reporter("DTEG").GetAsync(Work.Replace("OGRH", "DTEG", StringComparison.Ordinal)))[
                    "toExplain"
                ]
                    ?? new JsonArray()
            )
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/plans/plan-de-prueba/periods/2025-I/units/OGRH/work", 404, "period-unknown")]
    [InlineData("/api/plans/plan-de-prueba/periods/2023-II/units/DTEG/work", 403, "not-allowed")]
    [InlineData("/api/plans/plan-de-prueba/periods/2023-II/units/a%20b/work", 403, "not-allowed")]
    public async Task GetUnitWork_OfWhatIsNotTheCallers_IsRefused(string path, int status, string code)
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Activity(36, "DTEG").Build());

        (await app.Reporter().GetAsync(path)).ShouldBeProblem(status, code);
    }

    [Theory]
    [InlineData(0, 35)]
    [InlineData(35, 0)]
    [InlineData(36, 15)]
    [InlineData(51, 0)]
    [InlineData(52, -1)]
    public async Task GetUnitWork_DaysLeft_CountToTheDueDayAndThenToTheClosing(int days, int left)
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            TestPlan.WhileOpen.AddDays(days).AddHours(20)
        );
        await app.AddAsync(new TestPlan().Activity(34).Build());

        ((int)(await app.Reporter().GetAsync(Work)).ShouldBeOk()["daysLeft"]!).ShouldBe(left);
    }

    [Fact]
    public async Task GetReceipt_AfterTheDecision_IsThatOfWhatWasSent()
    {
        await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
        var receipt = $"{AppDriver.Plan()}/periods/2023-II/activities/22/receipt";
        (await driver.App.Reporter().GetAsync(receipt)).ShouldBeProblem(404, "receipt-unknown");
        var id = await driver.UploadAsync(22, "informe.txt", "INFORME N° D000149-2023-MIMP-OGRH");
        await driver.SendAsync(22);
        var sent = (await driver.App.Reporter().GetAsync(receipt)).ShouldBeOk();
        (
            await driver
                .App.Secretariat()
                .PostAsync($"{AppDriver.Progress(22)}/review", 1, SentProgress.Accept(Guid.NewGuid()))
        ).ShouldBeOk();

        (await driver.App.Reporter().GetAsync(receipt)).Text.ShouldBe(sent.Text);

        ((string)sent["number"]!).ShouldBe("2023-II-022-0001");
        ((string)sent["at"]!).ShouldEndWith("-05:00");
        ((bool)sent["again"]!).ShouldBeFalse();
        sent["unit"]!.AsObject().ContainsKey("contacts").ShouldBeFalse();
        var file = List(sent["evidence"]).ShouldHaveSingleItem();
        ((string)file["id"]!).ShouldBe(id.ToString());
        ((string)file["sha256"]!).Length.ShouldBe(64);
    }

    private static List<JsonNode> List(JsonNode? items) => [.. items!.AsArray().Select(item => item!)];
}
