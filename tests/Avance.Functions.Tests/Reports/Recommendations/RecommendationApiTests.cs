using System.Text.Json.Nodes;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports.Recommendations;

/// <summary>What the secretariat makes of recommendations, over HTTP.</summary>
public sealed class RecommendationApiTests(AzuriteFixture azurite)
{
    private const string List = "/api/plans/plan-de-prueba/periods/2023-II/recommendations";
    private const string Added = $"{List}/a-6f9619ff-8b86-d011-b42d-00cf4fc964ff";

    private readonly string storage = azurite.NewAccount();

    [Fact]
    public async Task List_OfAPeriod_HasTheDraftsOfItsFiguresAndFindings()
    {
        await using var driver = await StartAsync();

        var answer = (await driver.App.As("reader plan-de-prueba").GetAsync(List)).ShouldBeOk();

        answer.Header("ETag").ShouldBe("\"0\"");
        answer["recommendations"]!
            .AsArray()
            .Select(one => $"{one!["unit"]} {one["activity"]} {one["reason"]} {one["origin"]} {one["version"]}")
            .ShouldBe(["OGRH 22 evidenceMissing drafted 0", "OGRH 42 notExecuted drafted 0"]);
    }

    [Fact]
    public async Task List_UnknownPeriod_IsNotFound()
    {
        await using var driver = await StartAsync();

        var path = List.Replace("2023-II", "2031-I", StringComparison.Ordinal);
        (await driver.App.Secretariat().GetAsync(path)).ShouldBeProblem(404, "period-unknown");
        (await driver.App.Reporter().GetAsync(List)).ShouldBeProblem(403, "not-allowed");
    }

    [Fact]
    public async Task Put_OnADraft_IsKeptWithWhoAndWhenAndAuditedOnce()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver);
        var body = new { text = " Remitir la lista\r\nde asistencia. " };

        var first = (await driver.App.Secretariat().PutAsync(path, 0, body)).ShouldBeOk();
        var rows = await RowsAsync();
        // The answer to the first was lost; then it is saved again without a change.
        var repeated = (await driver.App.Secretariat().PutAsync(path, 0, body)).ShouldBeOk();
        var again = (await driver.App.Secretariat().PutAsync(path, 1, body)).ShouldBeOk();

        (first.Version, (string?)first["text"], (string?)first["origin"]).ShouldBe(
            (1, "Remitir la lista\nde asistencia.", "edited")
        );
        first.Header("ETag").ShouldBe("\"1\"");
        ((string?)first["by"]).ShouldStartWith("dev:secretariat");
        (repeated.Text, again.Text).ShouldBe((first.Text, first.Text));
        (await RowsAsync()).ShouldBe(rows);
        (await AuditAsync(driver)).ShouldBe(["editRecommendation Remitir la lista\nde asistencia."]);
    }

    [Fact]
    public async Task Put_DroppedWithoutAText_KeepsWhatWasEdited()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver);
        var edit = new { text = "Remitir la lista de asistencia.", document = "INFORME 7" };
        (await driver.App.Secretariat().PutAsync(path, 0, edit)).ShouldBeOk();

        var dropped = (await driver.App.Secretariat().PutAsync(path, 1, new { isDropped = true })).ShouldBeOk();

        ((string?)dropped["text"], (string?)dropped["document"], (bool)dropped["isDropped"]!, dropped.Version).ShouldBe(
            ("Remitir la lista de asistencia.", "INFORME 7", true, 2)
        );
    }

    /// <summary>A new one has no draft: what is sent along as one is left aside.</summary>
    [Fact]
    public async Task Put_AnAdditionWithADraft_IsAdded()
    {
        await using var driver = await StartAsync();
        var body = new
        {
            text = "Nombrar a una persona de enlace.",
            unit = "OGRH",
            draft = "Algo.",
        };

        (await driver.App.Secretariat().PutAsync(Added, 0, body)).ShouldBeOk().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Put_OverWhatAnotherPersonWrote_IsRefused()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver);
        await driver.App.Secretariat().PutAsync(path, 0, new { text = "Remitir la lista." });

        var late = await driver.App.Secretariat().PutAsync(path, 0, new { text = "Remitir el informe." });
        var blind = await driver.App.Secretariat().PutAsync(path, null, new { text = "Remitir el informe." });

        late.ShouldBeProblem(412, "edit-changed", "If-Match");
        blind.ShouldBeProblem(428, "if-match-missing", "If-Match");
        (await FirstAsync(driver))["text"]!.GetValue<string>().ShouldBe("Remitir la lista.");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Put_CrashAtAWrite_HealsWhenItIsRepeated(int write, bool afterSending)
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver);
        var body = new { text = "Remitir la lista." };
        driver.Faults.Reset();
        (driver.Faults.FailAtWrite, driver.Faults.AfterSending) = (write, afterSending);
        (await driver.App.Secretariat().PutAsync(path, 0, body)).Status.ShouldBe(500);

        driver.Faults.Reset();
        driver.App.Clock.Advance(TimeSpan.FromMinutes(1));
        (await driver.App.Secretariat().PutAsync(path, 0, body)).ShouldBeOk().Version.ShouldBe(1);

        (await AuditAsync(driver)).ShouldBe(["editRecommendation Remitir la lista."]);
    }

    [Fact]
    public async Task Put_TwoPeopleAtOnce_OneOfThemIsRefused()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver);
        var secretariat = driver.App.Secretariat();
        driver.Faults.Reset();
        driver.Faults.BeforeWrite = async number =>
        {
            if (number == 1)
            {
                (await secretariat.PutAsync(path, 0, new { text = "Remitir el informe." })).ShouldBeOk();
            }
        };

        var answer = await secretariat.PutAsync(path, 0, new { text = "Remitir la lista." });

        answer.ShouldBeProblem(412, "edit-changed", "If-Match");
        (await FirstAsync(driver))["text"]!.GetValue<string>().ShouldBe("Remitir el informe.");
    }

    [Fact]
    public async Task Delete_AnEdit_GivesTheDraftBack()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver);
        var draft = (string?)(await FirstAsync(driver))["text"];
        await driver.App.Secretariat().PutAsync(path, 0, new { isDropped = true });
        (await FirstAsync(driver))["isDropped"]!.GetValue<bool>().ShouldBeTrue();

        var undone = (await driver.App.Secretariat().SendAsync(HttpMethod.Delete, path, "\"1\"")).ShouldBeOk();
        (await driver.App.Secretariat().SendAsync(HttpMethod.Delete, path, "\"1\"")).ShouldBeOk();

        ((string?)undone["text"], (string?)undone["origin"], undone.Version).ShouldBe((draft, "drafted", 2));
        // A late repetition of the first request does not come through.
        (await driver.App.Secretariat().PutAsync(path, 0, new { isDropped = true })).ShouldBeProblem(
            412,
            "edit-changed",
            "If-Match"
        );
        (await AuditAsync(driver)).ShouldBe(
            ["restoreRecommendation ", $"dropRecommendation {draft}"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Put_AnAddition_IsListedUntilItIsRemoved()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        var body = new { text = "Nombrar a una persona de enlace.", unit = "OGRH" };

        var added = (await secretariat.PutAsync(Added, 0, body)).ShouldBeOk();
        var listed = (await secretariat.GetAsync(List)).ShouldBeOk();
        var removed = await secretariat.SendAsync(HttpMethod.Delete, Added, "\"1\"");

        ((string?)added["reason"], (string?)added["origin"], (string?)added["draft"]).ShouldBe(("added", "added", ""));
        listed["recommendations"]!.AsArray().Count.ShouldBe(3);
        removed.Status.ShouldBe(204);
        (await secretariat.GetAsync(List))["recommendations"]!.AsArray().Count.ShouldBe(2);
        (await AuditAsync(driver)).ShouldBe(
            ["removeRecommendation ", "addRecommendation Nombrar a una persona de enlace."],
            ignoreOrder: true
        );
    }

    [Theory]
    [InlineData("d-0123456789abcdef")]
    [InlineData("otra")]
    public async Task Put_WhatIsNotThere_IsNotFound(string id)
    {
        await using var driver = await StartAsync();

        (
            await driver.App.Secretariat().PutAsync($"{List}/{id}", 0, new { text = "Remitir la lista." })
        ).ShouldBeProblem(404, "recommendation-unknown");
        (await driver.App.Secretariat().SendAsync(HttpMethod.Delete, $"{List}/{id}", "\"0\"")).ShouldBeProblem(
            404,
            "recommendation-unknown"
        );
    }

    [Fact]
    public async Task Order_OfAPeriod_HoldsAndIsAuditedOnce()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        var before = (await secretariat.GetAsync(List))["recommendations"]!.AsArray().Select(IdOf).ToList();
        var body = new { ids = new[] { before[1], before[0], "d-0123456789abcdef" } };

        var first = (await secretariat.PutAsync($"{List}/order", 0, body)).ShouldBeOk();
        var repeated = (await secretariat.PutAsync($"{List}/order", 0, body)).ShouldBeOk();
        var late = await secretariat.PutAsync($"{List}/order", 0, new { ids = before });

        first["ids"]!.AsArray().Select(id => (string?)id).ShouldBe([before[1], before[0]]);
        (first.Version, repeated.Text).ShouldBe((1, first.Text));
        late.ShouldBeProblem(412, "edit-changed", "If-Match");
        var answer = (await secretariat.GetAsync(List)).ShouldBeOk();
        (answer.Header("ETag"), (int)answer["orderVersion"]!).ShouldBe(("\"1\"", 1));
        answer["recommendations"]!.AsArray().Select(IdOf).ShouldBe([before[1], before[0]]);
        (await AuditAsync(driver)).ShouldBe(["orderRecommendations "]);
    }

    /// <summary>A figure without a file, and an activity of which nothing was sent, once the year has ended.</summary>
    private async Task<EvidenceDriver> StartAsync()
    {
        var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        await driver.ExamineAsync(22);
        return driver;
    }

    private static async Task<string> PathAsync(EvidenceDriver driver) => $"{List}/{IdOf(await FirstAsync(driver))}";

    private static async Task<JsonNode> FirstAsync(EvidenceDriver driver) =>
        (await driver.App.Secretariat().GetAsync(List)).ShouldBeOk()["recommendations"]![0]!;

    private static string? IdOf(JsonNode? recommendation) => (string?)recommendation!["id"];

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        await new TableServiceClient(storage)
            .GetTableClient(RecommendationsTable.Name)
            .QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
            .Select(row => $"{row.RowKey} {row.ETag}")
            .ToListAsync(TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<string>> AuditAsync(EvidenceDriver driver) =>
        (await StoredAudit.ReadAsync(driver.App))
            .Where(entry => entry.Action.Contains("Recommendation", StringComparison.Ordinal))
            .Select(entry => $"{entry.Action} {entry.Reason}");
}
