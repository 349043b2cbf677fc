using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports.Evaluations;

/// <summary>What the secretariat writes of activities, over HTTP.</summary>
public sealed class EvaluationApiTests(AzuriteFixture azurite)
{
    private const string Narrative = "Se dictó la capacitación a todo el personal.";
    private static readonly string List = $"{AppDriver.Plan()}/periods/2023-II/evaluations";
    private static readonly string One = Path(22);
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static object Full =>
        new
        {
            text = "Se cumplió la meta.",
            notes = new[] { "El informe no tiene número en el SGD." },
            factors = new[] { new { kind = "improvementAction", text = "Se repitió el taller." } },
        };

    [Fact]
    public async Task Put_First_IsKeptWithWhoAndWhenBesideTheNarrative()
    {
        await using var driver = await StartAsync();
        await SendAsync(driver);

        var put = (await driver.App.Secretariat().PutAsync(One, 0, Full)).ShouldBeOk();
        var read = (await driver.App.As("reader plan-de-prueba").GetAsync(One)).ShouldBeOk();

        put.Header("ETag").ShouldBe("\"1\"");
        read.Header("ETag").ShouldBe("\"1\"");
        ((string)read["narrative"]!).ShouldBe(Narrative);
        ((string)read["evaluation"]!["text"]!).ShouldBe("Se cumplió la meta.");
        ((string)read["evaluation"]!["notes"]![0]!).ShouldBe("El informe no tiene número en el SGD.");
        ((string)read["evaluation"]!["factors"]![0]!["kind"]!).ShouldBe("improvementAction");
        ((string)read["evaluation"]!["by"]!).ShouldBe("dev:secretariat");
        read["evaluation"]!.ToJsonString().ShouldBe(put.Json.ToJsonString());
        read["versions"]!.AsArray().Select(version => (int)version!["version"]!).ShouldBe([1]);
        ((string)(await driver.App.Reporter().GetAsync(AppDriver.Progress(22)))["content"]!["narrative"]!).ShouldBe(
            Narrative
        );
    }

    [Fact]
    public async Task Put_SameAgain_ChangesNothing()
    {
        await using var driver = await StartAsync();
        var first = (await driver.App.Secretariat().PutAsync(One, 0, Full)).ShouldBeOk();
        var before = await RowsAsync();
        driver.App.Clock.Advance(TimeSpan.FromHours(1));

        var again = (await driver.App.Secretariat().PutAsync(One, 0, Full)).ShouldBeOk();

        again.Text.ShouldBe(first.Text);
        (await RowsAsync()).ShouldBe(before);
        (await AuditAsync(driver)).ShouldBe(["2023-II 22 {\"version\":1}"]);
    }

    [Fact]
    public async Task Put_Nothing_WithdrawsAsAVersionOfItsOwn()
    {
        await using var driver = await StartAsync();
        await SendAsync(driver);
        await driver.App.Secretariat().PutAsync(One, 0, Full);

        (await driver.App.Secretariat().PutAsync(One, 1, new { })).ShouldBeOk();
        var read = (await driver.App.Secretariat().GetAsync(One)).ShouldBeOk();

        read["evaluation"].ShouldBeNull();
        read.Header("ETag").ShouldBe("\"2\"");
        read["versions"]!.AsArray().Count.ShouldBe(2);
        (await driver.App.Get<EvaluationTable>().ListAsync(TestPlan.Id, TestPlan.Second, Cancel)).ShouldBeEmpty();
        (await ListedAsync(driver)).ShouldContain("22 submitted missing");
    }

    [Fact]
    public async Task Put_NothingWhereNothingIs_LeavesNothing()
    {
        await using var driver = await StartAsync();

        (await driver.App.Secretariat().PutAsync(One, 0, new { })).ShouldBeOk().Version.ShouldBe(0);

        (await RowsAsync()).ShouldBeEmpty();
        (await AuditAsync(driver)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Put_OnAnOldVersion_IsRefused()
    {
        await using var driver = await StartAsync();
        await driver.App.Secretariat().PutAsync(One, 0, Full);

        var answer = await driver.App.Secretariat().PutAsync(One, 0, new { text = "Otra." });

        answer.ShouldBeProblem(412, "evaluation-changed", "If-Match");
        ((int)answer["version"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Put_WithoutTheVersionSeen_IsRefused()
    {
        await using var driver = await StartAsync();

        (await driver.App.Secretariat().PutAsync(One, null, Full)).ShouldBeProblem(428, "if-match-missing", "If-Match");
    }

    [Fact]
    public async Task Put_ClosedPeriod_IsTaken()
    {
        await using var driver = await StartAsync();
        driver.App.Clock.SetUtcNow(TestPlan.Closes.AddMonths(1));

        (await driver.App.Secretariat().PutAsync(One, 0, Full)).ShouldBeOk().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Put_ActivityWithoutAGoalInTheYear_IsRefused()
    {
        var plan = new TestPlan().Activity(22).Activity(43).Build();
        plan = plan with { Goals = [.. plan.Goals.Where(goal => goal.Activity.Value != 43)] };
        await using var driver = await EvidenceDriver.StartAsync(storage, plan);

        (await driver.App.Secretariat().PutAsync(Path(43), 0, Full)).ShouldBeProblem(409, "activity-without-goal");
        (await ListedAsync(driver)).ShouldBe(["22 "]);
    }

    [Fact]
    public async Task List_OfAPeriod_SaysWhatIsMissingAndWhatIsOutdated()
    {
        await using var driver = await StartAsync();
        var unit = driver.App.Reporter();
        await unit.PutAsync(AppDriver.Progress(42), 0, SentProgress.Draft(Guid.NewGuid(), narrative: "Un borrador."));
        (await ListedAsync(driver)).ShouldBe(["22 ", "42 draft"]);

        await SendAsync(driver);
        (await ListedAsync(driver)).ShouldBe(["22 submitted missing", "42 draft"]);

        driver.App.Clock.Advance(TimeSpan.FromHours(1));
        await driver.App.Secretariat().PutAsync(One, 0, Full);
        (await ListedAsync(driver)).ShouldBe(["22 submitted", "42 draft"]);

        driver.App.Clock.Advance(TimeSpan.FromHours(1));
        await ReturnAsync(driver);
        (await unit.PutAsync(AppDriver.Progress(22), 2, SentProgress.Draft(Guid.NewGuid(), 1, "Aún no."))).ShouldBeOk();
        (await ListedAsync(driver)).ShouldBe(["22 returned", "42 draft"]);
        (await NarrativeAsync(driver)).ShouldBe(Narrative);

        await SendAsync(driver, 3, "Se repitió la capacitación.");
        (await ListedAsync(driver)).ShouldBe(["22 resubmitted outdated", "42 draft"]);
        (await NarrativeAsync(driver)).ShouldBe("Se repitió la capacitación.");

        driver.App.Clock.Advance(TimeSpan.FromHours(1));
        (await driver.App.Secretariat().PutAsync(One, 1, Full)).ShouldBeOk().Version.ShouldBe(2);
        (await ListedAsync(driver)).ShouldBe(["22 resubmitted", "42 draft"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Put_ThatCrashesAtEachWrite_IsThereOnceWhenItIsRepeated(bool afterSending)
    {
        for (var write = 1; ; write++)
        {
            await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            driver.Faults.AfterSending = afterSending;
            var secretariat = driver.App.Secretariat();

            var first = await secretariat.PutAsync(One, 0, Full);
            driver.Faults.Reset();
            driver.App.Clock.Advance(TimeSpan.FromMinutes(1));
            (await secretariat.PutAsync(One, 0, Full)).ShouldBeOk().Version.ShouldBe(1);

            (await secretariat.GetAsync(One))["versions"]!.AsArray().Count.ShouldBe(1);
            (await AuditAsync(driver)).ShouldBe(["2023-II 22 {\"version\":1}"]);
            if (first.Status == 200)
            {
                write.ShouldBe(3);
                return;
            }
        }
    }

    [Fact]
    public async Task Put_ManyOnTheSameVersion_ExactlyOneWins()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(number => secretariat.PutAsync(One, 0, new { text = $"Texto {number}." }))
        );

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Code == "evaluation-changed");
        (await secretariat.GetAsync(One))["versions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Put_LongestTextsOfWhatTakesMostRoom_AreKeptWhole()
    {
        await using var driver = await StartAsync();
        var body = new
        {
            text = Emoji(20_000),
            notes = Enumerable.Repeat(Emoji(1_000), 10),
            factors = Enumerable.Repeat(new { kind = "problem", text = Emoji(4_000) }, 10),
        };

        (await driver.App.Secretariat().PutAsync(One, 0, body)).ShouldBeOk();
        var read = (await driver.App.Secretariat().GetAsync(One)).ShouldBeOk()["evaluation"]!;

        ((string)read["text"]!).ShouldBe(body.text);
        read["notes"]!.AsArray().Select(note => (string)note!).ShouldBe(body.notes);
        read["factors"]!
            .AsArray()
            .Select(factor => (string)factor!["text"]!)
            .ShouldBe(body.factors.Select(factor => factor.text));

        static string Emoji(int length) => string.Concat(Enumerable.Repeat("🟣", length / 2));
    }

    private static string Path(int activity) => $"{AppDriver.Plan()}/periods/2023-II/activities/{activity}/evaluation";

    private Task<EvidenceDriver> StartAsync() => EvidenceDriver.StartAsync(storage);

    private static async Task SendAsync(EvidenceDriver driver, int version = 0, string narrative = Narrative) =>
        (
            await driver
                .App.Reporter()
                .PutAsync(
                    AppDriver.Progress(22),
                    version,
                    SentProgress.Submission(Guid.NewGuid(), narrative: narrative)
                )
        ).ShouldBeOk();

    private static async Task ReturnAsync(EvidenceDriver driver) =>
        (
            await driver
                .App.Secretariat()
                .PostAsync($"{AppDriver.Progress(22)}/review", 1, SentProgress.Return(Guid.NewGuid()))
        ).ShouldBeOk();

    private static async Task<IEnumerable<string>> ListedAsync(EvidenceDriver driver) =>
        (await driver.App.Secretariat().GetAsync(List))
            .ShouldBeOk()
            .Json.AsArray()
            .Select(item =>
                $"{item!["activity"]} {item["state"]}"
                + ((bool)item["isMissing"]! ? " missing" : "")
                + ((bool)item["isOutdated"]! ? " outdated" : "")
            );

    private static async Task<string> NarrativeAsync(EvidenceDriver driver)
    {
        var listed = (string)(await driver.App.Secretariat().GetAsync(List)).Json[0]!["narrative"]!;
        ((string)(await driver.App.Secretariat().GetAsync(One))["narrative"]!).ShouldBe(listed);
        return listed;
    }

    private static async Task<IEnumerable<string>> AuditAsync(EvidenceDriver driver) =>
        (await StoredAudit.ReadAsync(driver.App))
            .Where(entry => entry.Action == "evaluate")
            .Select(entry => $"{entry.Subject} {entry.Details}");

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var table = new TableServiceClient(storage).GetTableClient(EvaluationTable.Name);
        return await table
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => $"{row.RowKey} {row.ETag}")
            .ToListAsync(Cancel);
    }
}
