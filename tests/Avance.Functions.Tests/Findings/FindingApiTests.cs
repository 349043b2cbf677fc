using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Findings;

/// <summary>What people see and say of findings, over HTTP.</summary>
public sealed class FindingApiTests(AzuriteFixture azurite)
{
    private const string List = "/api/plans/plan-de-prueba/periods/2023-II/findings";
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_OfAPeriod_ShowsEachUnitItsOwn()
    {
        await using var driver = await StartAsync();

        var all = (await driver.App.Secretariat().GetAsync(List)).ShouldBeOk().Json.AsArray();
        var own = (await driver.App.Reporter().GetAsync(List)).ShouldBeOk().Json.AsArray();
        var others = (await driver.App.Reporter("DTEG").GetAsync(List)).ShouldBeOk().Json.AsArray();

        own.Count.ShouldBeGreaterThan(0);
        own.Select(finding => (string?)finding!["activity"]).Distinct().ShouldBe(["22"]);
        others.Select(finding => (string?)finding!["activity"]).Distinct().ShouldBe(["42"]);
        all.Count.ShouldBe(own.Count + others.Count);
    }

    [Fact]
    public async Task List_Finding_SaysInSpanishWhatIsTheMatterAndWhatToDo()
    {
        await using var driver = await StartAsync();

        var finding = (await driver.App.Reporter().GetAsync(List)).ShouldBeOk().Json[0]!;

        ((string)finding["title"]!).ShouldNotBeNullOrEmpty();
        ((string)finding["detail"]!).ShouldNotContain("{0}");
        ((string)finding["state"]!).ShouldBe("open");
        ((string)finding["severity"]!).ShouldBeOneOf("notice", "warning", "serious");
    }

    [Fact]
    public async Task Explain_ByTheUnit_IsKeptWithWhoAndWhenAndAudited()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver, "explanation");

        var answer = (
            await driver.App.Reporter().PutAsync(path, null, new { text = " Se adjuntó en el anexo 2. " })
        ).ShouldBeOk();
        await driver.App.Reporter().PutAsync(path, null, new { text = "Se adjuntó en el anexo 2." });

        ((string)answer["state"]!).ShouldBe("explained");
        ((string)answer["explanation"]!["text"]!).ShouldBe("Se adjuntó en el anexo 2.");
        ((string)answer["explanation"]!["by"]!).ShouldNotBeNullOrEmpty();
        (await AuditAsync(driver, "explainFinding")).ShouldBe(["Se adjuntó en el anexo 2."]);
    }

    [Fact]
    public async Task Explain_TooShortOrByAnotherUnit_IsRefused()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver, "explanation");

        (await driver.App.Reporter().PutAsync(path, null, new { text = "ok" })).ShouldBeProblem(
            422,
            "explanation-missing",
            "text"
        );
        (
            await driver.App.Reporter("DTEG").PutAsync(path, null, new { text = "No es de esta unidad." })
        ).ShouldBeProblem(404, "finding-unknown");
        (
            await driver.App.As("reader plan-de-prueba").PutAsync(path, null, new { text = "No me toca." })
        ).ShouldBeProblem(403, "not-allowed");
        (await AuditAsync(driver, "explainFinding")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Explain_ByALinkOfAnotherPeriod_IsRefused()
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver, "explanation");
        var other = await Browser.ByLinkAsync(driver.App, period: "2023-I");
        var own = await Browser.ByLinkAsync(driver.App);

        (await other.Page.PutAsync(path, null, new { text = "No es de este enlace." })).ShouldBeProblem(
            403,
            "not-allowed"
        );
        (
            await other.Page.PutAsync(path.Replace("2023-II/", "2023-I/"), null, new { text = "Tampoco por aquí." })
        ).ShouldBeProblem(404, "finding-unknown");
        (await own.Page.PutAsync(path, null, new { text = "Se adjuntó en el anexo 2." })).ShouldBeOk();
    }

    [Fact]
    public async Task Resolve_ByTheSecretariat_HoldsUntilItIsReopened()
    {
        await using var driver = await StartAsync();
        var resolution = await PathAsync(driver, "resolution");
        var explanation = resolution.Replace("/resolution", "/explanation", StringComparison.Ordinal);
        var secretariat = driver.App.Secretariat();

        var dismissed = await secretariat.PutAsync(
            resolution,
            null,
            new { decision = "dismiss", note = "Es el mismo informe." }
        );
        var late = await driver.App.Reporter().PutAsync(explanation, null, new { text = "Una explicación tardía." });
        var reopened = await secretariat.PutAsync(
            resolution,
            null,
            new { decision = "reopen", note = "Falta el anexo 2." }
        );
        var confirmed = await secretariat.PutAsync(resolution, null, new { decision = "confirm" });

        ((string)dismissed.ShouldBeOk()["state"]!).ShouldBe("resolved");
        late.ShouldBeProblem(409, "finding-resolved");
        ((string)reopened.ShouldBeOk()["state"]!).ShouldBe("open");
        ((string)confirmed.ShouldBeOk()["resolution"]!["decision"]!).ShouldBe("confirm");
        (await AuditAsync(driver, "dismissFinding")).ShouldBe(["Es el mismo informe."]);
        (await AuditAsync(driver, "reopenFinding")).ShouldBe(["Falta el anexo 2."]);
        (await AuditAsync(driver, "confirmFinding")).ShouldBe([""]);
    }

    [Fact]
    public async Task Resolve_ReopenOfAFindingThatIsOpen_ChangesNothing()
    {
        await using var driver = await StartAsync();
        var resolution = await PathAsync(driver, "resolution");
        var before = await driver.RowsAsync(withETags: true);

        var answer = await driver
            .App.Secretariat()
            .PutAsync(resolution, null, new { decision = "reopen", note = "No estaba cerrada." });

        ((string)answer.ShouldBeOk()["state"]!).ShouldBe("open");
        (await driver.RowsAsync(withETags: true)).ShouldBe(before);
        (await AuditAsync(driver, "reopenFinding")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Resolve_ReopenThatCrashesAtEachWrite_IsToldWhateverHappens()
    {
        for (var write = 1; ; write++)
        {
            await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
            await driver.SendAsync(22, 8);
            await driver.DrainAsync();
            var path = await PathAsync(driver, "resolution");
            var secretariat = driver.App.Secretariat();
            var dismissal = new { decision = "dismiss", note = "Es el mismo informe." };
            (await secretariat.PutAsync(path, null, dismissal)).ShouldBeOk();
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            driver.Faults.AfterSending = true;
            var reopening = new { decision = "reopen", note = "Falta el anexo 2." };

            var first = await secretariat.PutAsync(path, null, reopening);
            driver.Faults.Reset();
            ((string)(await secretariat.PutAsync(path, null, reopening)).ShouldBeOk()["state"]!).ShouldBe("open");

            (await AuditAsync(driver, "reopenFinding")).ShouldContain("Falta el anexo 2.");
            if (first.Status == 200)
            {
                write.ShouldBe(3);
                return;
            }
        }
    }

    [Theory]
    [InlineData("dismiss", "")]
    [InlineData("reopen", "no")]
    public async Task Resolve_WithoutAReason_IsRefused(string decision, string note)
    {
        await using var driver = await StartAsync();
        var path = await PathAsync(driver, "resolution");

        (await driver.App.Secretariat().PutAsync(path, null, new { decision, note })).ShouldBeProblem(
            422,
            "finding-note-missing",
            "note"
        );
    }

    [Theory]
    [InlineData("2023-II.022.same-file.0123456789abcdef")]
    [InlineData("2023-II.022.same-file")]
    [InlineData("x")]
    public async Task Explain_FindingThatIsNotThere_IsNotFound(string id)
    {
        await using var driver = await StartAsync();

        (
            await driver
                .App.Reporter()
                .PutAsync(
                    $"{AppDriver.Plan()}/periods/2023-II/findings/{id}/explanation",
                    null,
                    new { text = "Una explicación." }
                )
        ).ShouldBeProblem(404, "finding-unknown");
    }

    /// <summary>Activities 22 of OGRH and 42 of DTEG are overdue, and nothing was sent.</summary>
    private async Task<EvidenceDriver> StartAsync()
    {
        var plan = new TestPlan().Activity(22).Activity(42, "DTEG").Build();
        var driver = await EvidenceDriver.StartAsync(storage, plan, TestPlan.Due.AddHours(1));
        await driver.ExamineAsync(22);
        await driver.ExamineAsync(42);
        return driver;
    }

    private static async Task<string> PathAsync(EvidenceDriver driver, string what)
    {
        var finding = (await driver.FindingsAsync(22))[0];
        return $"{AppDriver.Plan()}/periods/2023-II/findings/{finding.Id}/{what}";
    }

    private static async Task<IEnumerable<string>> AuditAsync(EvidenceDriver driver, string action) =>
        (await StoredAudit.ReadAsync(driver.App)).Where(entry => entry.Action == action).Select(entry => entry.Reason);
}
