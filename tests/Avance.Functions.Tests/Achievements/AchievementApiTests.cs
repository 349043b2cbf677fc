using Avance.Functions.Achievements;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Achievements;

/// <summary>Achievements, recorded over HTTP.</summary>
public sealed class AchievementApiTests(AzuriteFixture azurite)
{
    private static readonly string List = $"{AppDriver.Plan()}/achievements";
    private readonly string storage = azurite.NewAccount();
    private readonly string path = $"{List}/{Guid.NewGuid()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_ByAUnit_IsListedAsItsOwnAndAuditedWithoutItsTexts()
    {
        await using var driver = await StartAsync();

        var put = (await driver.App.Reporter().PutAsync(path, 0, Directive())).ShouldBeOk();

        put.Header("ETag").ShouldBe("\"1\"");
        var read = (await driver.App.As("reader plan-de-prueba").GetAsync(List)).ShouldBeOk();
        var one = read["achievements"]!.AsArray().ShouldHaveSingleItem()!;
        one.ToJsonString().ShouldBe(put.Json.ToJsonString());
        ((string)one["unit"]!, (int)one["total"]!, (string)one["state"]!).ShouldBe(("OGRH", 120, "active"));
        ((string)one["at"]!).ShouldEndWith("-05:00");
        (await AuditAsync(driver)).ShouldBe([
            "recordAchievement  RM N° 123-2023-MIMP "
                + "{\"version\":1,\"theme\":\"Directivas y normas\",\"date\":\"2023-05-15\",\"unit\":\"OGRH\"}",
        ]);
    }

    [Fact]
    public async Task Put_SameAgain_ChangesNothing()
    {
        await using var driver = await StartAsync();
        var first = (await driver.App.Reporter().PutAsync(path, 0, Directive())).ShouldBeOk();
        var before = await RowsAsync();
        driver.App.Clock.Advance(TimeSpan.FromHours(1));

        (await driver.App.Reporter().PutAsync(path, 0, Directive())).ShouldBeOk().Text.ShouldBe(first.Text);
        (await driver.App.Reporter().PutAsync(path, 1, Directive())).ShouldBeOk().Text.ShouldBe(first.Text);

        (await RowsAsync()).ShouldBe(before);
        (await AuditAsync(driver)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Put_OtherBodyUnderTheSameId_TakesTheVersionSeen()
    {
        await using var driver = await StartAsync();
        var reporter = driver.App.Reporter();
        (await reporter.PutAsync(path, 0, Directive())).ShouldBeOk();

        (await reporter.PutAsync(path, 0, Directive("Otra"))).ShouldBeProblem(409, "achievement-id-used");
        (await reporter.PutAsync(path, null, Directive("Otra"))).ShouldBeProblem(428, "if-match-missing", "If-Match");
        (await reporter.PutAsync(path, 1, Directive("Otra"))).ShouldBeOk().Version.ShouldBe(2);
        (await reporter.PutAsync(path, 1, Directive("Más"))).ShouldBeProblem(412, "achievement-changed", "If-Match");

        var read = (await reporter.GetAsync(path)).ShouldBeOk();
        read.Header("ETag").ShouldBe("\"2\"");
        read["versions"]!
            .AsArray()
            .Select(version => $"{version!["version"]} {version["action"]} {version["title"]}")
            .ShouldBe(["1 recorded Directiva emitida", "2 changed Otra"]);
    }

    [Fact]
    public async Task Put_EverythingWrong_SaysAllOfItAtOnce()
    {
        await using var driver = await StartAsync();
        var wrong = new
        {
            theme = "Deportes",
            title = " ",
            text = new string('x', 4_001),
            date = "2023-12-31",
            document = new string('x', 301),
            link = "http://www.gob.pe/mimp",
            figures = new[]
            {
                new
                {
                    label = "",
                    number = -1m,
                    unitOfMeasure = "",
                },
            },
            women = 2,
            men = 3,
            total = 6,
            activity = 99,
            unit = "DTEG",
        };

        (await driver.App.Reporter().PutAsync(path, 0, wrong))
            .ShouldBeProblem(422, "invalid-request")
            .Fields.ShouldBe([
                "theme achievement-theme",
                "title achievement-incomplete",
                "text text-too-long",
                "date achievement-in-future",
                "document text-too-long",
                "link achievement-link",
                "figures[0].label achievement-incomplete",
                "figures[0].number achievement-number",
                "figures[0].unitOfMeasure achievement-incomplete",
                "total achievement-sum",
                "activity activity-unknown",
                "unit achievement-unit",
            ]);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdraw_AndRestore_KeepEveryVersionAndMayBeRepeated()
    {
        await using var driver = await StartAsync();
        var reporter = driver.App.Reporter();
        (await reporter.PutAsync(path, 0, Directive())).ShouldBeOk();

        (await reporter.PostAsync($"{path}/withdraw", 1, new { reason = "No" })).ShouldBeProblem(
            422,
            "achievement-reason",
            "reason"
        );
        var reason = new { reason = "Se registró dos veces." };
        (await reporter.PostAsync($"{path}/withdraw", 1, reason)).ShouldBeOk().State.ShouldBe("withdrawn");
        (await reporter.PostAsync($"{path}/withdraw", 1, reason)).ShouldBeOk().Version.ShouldBe(2);
        (await reporter.PutAsync(path, 2, Directive("Otra"))).ShouldBeProblem(409, "achievement-withdrawn");
        (await reporter.PostAsync($"{path}/restore", 1, new { })).ShouldBeProblem(
            412,
            "achievement-changed",
            "If-Match"
        );
        (await reporter.PostAsync($"{path}/restore", 2, new { })).ShouldBeOk().State.ShouldBe("active");
        (await reporter.PostAsync($"{path}/restore", 2, new { })).ShouldBeOk().Version.ShouldBe(3);

        (await driver.App.Get<AchievementTable>().VersionsAsync(TestPlan.Id, Id, Cancel))
            .Select(version => $"{version.Version} {version.Action} {version.Reason}")
            .ShouldBe(["1 Recorded ", "2 Withdrawn Se registró dos veces.", "3 Restored "]);
        (await AuditAsync(driver))
            .Select(entry => entry.Split(" RM")[0])
            .ShouldBe(
                ["recordAchievement ", "withdrawAchievement Se registró dos veces.", "restoreAchievement "],
                ignoreOrder: true
            );
    }

    /// <summary>A malformed id is no achievement's, and none is recorded under it.</summary>
    [Theory]
    [InlineData("uno")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Put_IdThatIsNone_IsUnknown(string id)
    {
        await using var driver = await StartAsync();

        (await driver.App.Reporter().PutAsync($"{List}/{id}", 0, Directive())).ShouldBeProblem(
            404,
            "achievement-unknown"
        );
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Put_ThatCrashesAtEachWrite_IsThereOnceWhenItIsRepeated(bool afterSending)
    {
        for (var write = 1; ; write++)
        {
            await using var driver = await StartAsync(azurite.NewAccount());
            var reporter = driver.App.Reporter();
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            driver.Faults.AfterSending = afterSending;

            var first = await reporter.PutAsync(path, 0, Directive());
            driver.Faults.Reset();
            driver.App.Clock.Advance(TimeSpan.FromMinutes(1));
            (await reporter.PutAsync(path, 0, Directive())).ShouldBeOk().Version.ShouldBe(1);

            (await AuditAsync(driver)).Count.ShouldBe(1);
            if (first.Status == 200)
            {
                write.ShouldBe(3);
                return;
            }
        }
    }

    private Guid Id => Guid.Parse(path[^36..]);

    internal static Task<EvidenceDriver> StartAsync(string account) =>
        EvidenceDriver.StartAsync(account, new TestPlan().Activity(22).Activity(42, "DTEG").Build());

    private Task<EvidenceDriver> StartAsync() => StartAsync(storage);

    internal static object Directive(string title = "Directiva emitida", string? unit = null) =>
        new
        {
            theme = "directivas y normas",
            title,
            text = " Contra el hostigamiento sexual. ",
            date = "2023-05-15",
            document = "RM N° 123-2023-MIMP",
            link = "https://www.gob.pe/mimp",
            figures = new[]
            {
                new
                {
                    label = "Talleres",
                    number = 3.50m,
                    unitOfMeasure = "taller",
                },
            },
            women = 70,
            men = 50,
            activity = 22,
            unit,
        };

    private static async Task<IReadOnlyList<string>> AuditAsync(EvidenceDriver driver) =>
        [
            .. (await StoredAudit.ReadAsync(driver.App))
                .Where(entry => entry.Action.EndsWith("Achievement", StringComparison.Ordinal))
                .Select(entry => $"{entry.Action} {entry.Reason} {entry.LegalDocument} {entry.Details}"),
        ];

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var table = new TableServiceClient(storage).GetTableClient(AchievementTable.Name);
        return await table
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => $"{row.RowKey} {row.ETag}")
            .ToListAsync(Cancel);
    }
}
