using Avance.Functions.Reports;
using Avance.Functions.Reports.Texts;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reports.Texts;

/// <summary>What the secretariat makes of the texts of a report, over HTTP.</summary>
public sealed class TextApiTests(AzuriteFixture azurite)
{
    private const string List = "/api/plans/plan-de-prueba/reports/2023-II/texts";
    private const string Conclusions = $"{List}/conclusions";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_OfAReport_HasEachSection()
    {
        await using var driver = await StartAsync();

        var texts = (await driver.App.As("reader plan-de-prueba").GetAsync(List)).ShouldBeOk().Json.AsArray();

        texts
            .Select(text => $"{text!["section"]} {text["version"]} {text["isEdited"]}")
            .ShouldBe([
                "presentation 0 false",
                "legal-basis 0 false",
                "summary 0 false",
                "unit-summary-OGRH 0 false",
                "conclusions 0 false",
            ]);
    }

    [Fact]
    public async Task List_NothingCompiled_IsNotFound()
    {
        await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());

        (await driver.App.Secretariat().GetAsync(List)).ShouldBeProblem(404, "report-unknown");
    }

    [Fact]
    public async Task Put_AText_StaysAndTakesNewFiguresUntilItIsConfirmed()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        var draft = await DraftAsync(driver);
        var edited = $"{draft}\n\nSe agradece a las unidades.";

        (await secretariat.PutAsync(Conclusions, 0, new { text = edited, draft })).ShouldBeOk().Version.ShouldBe(1);
        await driver.SendAsync(42);
        await CompileAsync(driver, "run-2");
        var changed = await FindAsync(driver);
        var confirmed = (await secretariat.PutAsync(Conclusions, 1, new { text = changed.Text })).ShouldBeOk();

        changed.FiguresChanged.ShouldBeTrue();
        changed.Changes.ShouldNotBeEmpty();
        changed.Changes.ShouldAllBe(change => change.IsMerged);
        changed.Text.ShouldBe($"{changed.Draft}\n\nSe agradece a las unidades.");
        changed.Draft.ShouldNotBe(draft);
        (confirmed.Version, (bool)confirmed["figuresChanged"]!).ShouldBe((2, false));
    }

    [Fact]
    public async Task Put_WithTheDraftOfBefore_TellsOfFiguresThatChangedMeanwhile()
    {
        await using var driver = await StartAsync();
        var draft = await DraftAsync(driver);
        await driver.SendAsync(42);
        await CompileAsync(driver, "run-2");

        var answer = await driver.App.Secretariat().PutAsync(Conclusions, 0, new { text = $"{draft}\n\nFin.", draft });

        ((bool)answer.ShouldBeOk()["figuresChanged"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task Put_CrashAtAWrite_HealsWhenItIsRepeated(int write, bool afterSending)
    {
        await using var driver = await StartAsync();
        var body = new { text = "El plan se ejecutó en parte." };
        driver.Faults.Reset();
        (driver.Faults.FailAtWrite, driver.Faults.AfterSending) = (write, afterSending);
        (await driver.App.Secretariat().PutAsync(Conclusions, 0, body)).Status.ShouldBe(500);

        driver.Faults.Reset();
        driver.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = (await driver.App.Secretariat().PutAsync(Conclusions, 0, body)).ShouldBeOk();
        var writes = driver.Faults.Writes;
        (await driver.App.Secretariat().PutAsync(Conclusions, 1, body)).ShouldBeOk().Text.ShouldBe(answer.Text);

        answer.Version.ShouldBe(1);
        // Only the audit was told again.
        (driver.Faults.Writes - writes).ShouldBe(1);
        (await AuditAsync(driver)).ShouldBe(["editText El plan se ejecutó en parte."]);
    }

    [Fact]
    public async Task Delete_AnEdit_GivesTheDraftBack()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        var draft = await DraftAsync(driver);
        await secretariat.PutAsync(Conclusions, 0, new { text = "El plan se ejecutó en parte." });

        (await secretariat.SendAsync(HttpMethod.Delete, Conclusions, "\"0\"")).ShouldBeProblem(
            412,
            "edit-changed",
            "If-Match"
        );
        var undone = (await secretariat.SendAsync(HttpMethod.Delete, Conclusions, "\"1\"")).ShouldBeOk();
        (await secretariat.SendAsync(HttpMethod.Delete, Conclusions, "\"1\"")).ShouldBeOk();

        ((string?)undone["text"], undone.Version, (bool)undone["isEdited"]!).ShouldBe((draft, 2, false));
        (await AuditAsync(driver)).ShouldBe(
            ["editText El plan se ejecutó en parte.", "restoreText "],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Put_WhatMayNotBe_IsRefused()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();

        (await secretariat.PutAsync(Conclusions, 0, new { text = "  " })).ShouldBeProblem(422, "text-missing", "text");
        (await secretariat.PutAsync(Conclusions, 0, new { text = new string('a', 20_001) })).ShouldBeProblem(
            422,
            "text-too-long",
            "text"
        );
        (await secretariat.PutAsync($"{List}/unit-summary-DTEG", 0, new { text = "Nada." })).ShouldBeProblem(
            404,
            "text-unknown"
        );
        (await secretariat.PutAsync($"{List}/otro", 0, new { text = "Nada." })).ShouldBeProblem(404, "text-unknown");
        (await secretariat.PutAsync(Conclusions, null, new { text = "Nada." })).ShouldBeProblem(
            428,
            "if-match-missing",
            "If-Match"
        );
    }

    private async Task<EvidenceDriver> StartAsync()
    {
        var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
        await driver.SendAsync(22);
        await CompileAsync(driver, "run-1");
        return driver;
    }

    private static async Task CompileAsync(EvidenceDriver driver, string run) =>
        (await driver.App.Get<ReportRunner>().RunAsync(TestPlan.Id, run, Cancel)).ShouldSucceed();

    private static async Task<string> DraftAsync(EvidenceDriver driver) => (await FindAsync(driver)).Draft;

    private static async Task<ReportText> FindAsync(EvidenceDriver driver) =>
        (await driver.App.Get<ReportTextReader>().FindAsync(TestPlan.Id, TestPlan.Second, Cancel))
            .Value!.Merge()
            .Single(text => $"{text.Section}" == "conclusions");

    private static async Task<IEnumerable<string>> AuditAsync(EvidenceDriver driver) =>
        (await StoredAudit.ReadAsync(driver.App))
            .Where(entry => entry.Action.EndsWith("Text", StringComparison.Ordinal))
            .Select(entry => $"{entry.Action} {entry.Reason}");
}
