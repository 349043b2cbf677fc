using Avance.Functions.Reports.History;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports.History;

/// <summary>Figures of earlier years, imported over HTTP.</summary>
public sealed class HistoryApiTests(AzuriteFixture azurite)
{
    private static readonly string List = $"{AppDriver.Plan()}/history";
    private static readonly string Path = $"{List}/2022";
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_Year_IsListedWithItsSourceAndAudited()
    {
        await using var driver = await StartAsync();

        var put = (await driver.App.Secretariat().PutAsync(Path, 0, Balance())).ShouldBeOk();
        var listed = (await driver.App.As("reader plan-de-prueba").GetAsync(List)).ShouldBeOk().Json.AsArray();

        put.Header("ETag").ShouldBe("\"1\"");
        listed.ShouldHaveSingleItem()!.ToJsonString().ShouldBe(put.Json.ToJsonString());
        ((int)listed[0]!["programmed"]!).ShouldBe(54);
        ((string)listed[0]!["units"]![0]!["unit"]!).ShouldBe("OGRH");
        ((string)listed[0]!["activities"]![0]!["activity"]!).ShouldBe("22");
        (await AuditAsync(driver)).ShouldBe([
            "importHistory 2022 Informe anual 2022 {\"version\":1,\"programmed\":54,\"fullyExecuted\":44}",
        ]);
    }

    [Fact]
    public async Task Put_SameAgain_ChangesNothing()
    {
        await using var driver = await StartAsync();
        var first = (await driver.App.Secretariat().PutAsync(Path, 0, Balance())).ShouldBeOk();
        var before = await RowsAsync();
        driver.App.Clock.Advance(TimeSpan.FromHours(1));

        var again = (await driver.App.Secretariat().PutAsync(Path, 0, Balance())).ShouldBeOk();

        again.Text.ShouldBe(first.Text);
        (await RowsAsync()).ShouldBe(before);
        (await AuditAsync(driver)).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Put_Correction_TakesTheVersionSeen()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        (await secretariat.PutAsync(Path, 0, Balance())).ShouldBeOk();

        (await secretariat.PutAsync(Path, 0, Balance(43))).ShouldBeProblem(412, "history-changed", "If-Match");
        (await secretariat.PutAsync(Path, 1, Balance(43))).ShouldBeOk().Version.ShouldBe(2);

        var year = (await driver.App.Get<HistoryTable>().ListAsync(TestPlan.Id, Cancel)).ShouldHaveSingleItem();
        year.FullyExecuted.ShouldBe(43);
    }

    [Theory]
    [InlineData("2023", 422, "history-year", "year")]
    [InlineData("dos", 422, "history-year", "year")]
    public async Task Put_YearThatIsNotClosed_IsRefused(string year, int status, string code, string? field)
    {
        await using var driver = await StartAsync();

        (await driver.App.Secretariat().PutAsync($"{List}/{year}", 0, Balance())).ShouldBeProblem(status, code, field);
    }

    [Fact]
    public async Task Put_YearReportedInAvance_IsRefused()
    {
        await using var driver = await StartAsync();
        driver.App.Clock.SetUtcNow(TestPlan.Closes);

        (await driver.App.Secretariat().PutAsync($"{List}/2023", 0, Balance())).ShouldBeProblem(
            409,
            "history-year-reported"
        );
    }

    [Fact]
    public async Task Delete_Year_TakesTheVersionSeenAndMayBeRepeated()
    {
        await using var driver = await StartAsync();
        var secretariat = driver.App.Secretariat();
        await secretariat.PutAsync(Path, 0, Balance());

        (await secretariat.SendAsync(HttpMethod.Delete, Path)).ShouldBeProblem(428, "if-match-missing", "If-Match");
        (await secretariat.SendAsync(HttpMethod.Delete, Path, "\"2\"")).ShouldBeProblem(
            412,
            "history-changed",
            "If-Match"
        );
        (await secretariat.SendAsync(HttpMethod.Delete, Path, "\"1\"")).Status.ShouldBe(204);
        (await secretariat.SendAsync(HttpMethod.Delete, Path, "\"1\"")).Status.ShouldBe(204);

        (await secretariat.GetAsync(List)).ShouldBeOk().Json.AsArray().ShouldBeEmpty();
        (await AuditAsync(driver))
            .Count(entry => entry.StartsWith("deleteHistory 2022", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Put_ThatCrashesAtEachWrite_IsThereOnceWhenItIsRepeated(bool afterSending)
    {
        for (var write = 1; ; write++)
        {
            await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
            var secretariat = driver.App.Secretariat();
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            driver.Faults.AfterSending = afterSending;

            var first = await secretariat.PutAsync(Path, 0, Balance());
            driver.Faults.Reset();
            driver.App.Clock.Advance(TimeSpan.FromMinutes(1));
            (await secretariat.PutAsync(Path, 0, Balance())).ShouldBeOk().Version.ShouldBe(1);

            (await AuditAsync(driver)).Count().ShouldBe(1);
            if (first.Status == 200)
            {
                write.ShouldBe(3);
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delete_ThatCrashesAtEachWrite_IsToldWhateverHappens(bool afterSending)
    {
        for (var write = 1; ; write++)
        {
            await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
            var secretariat = driver.App.Secretariat();
            (await secretariat.PutAsync(Path, 0, Balance())).ShouldBeOk();
            driver.Faults.Reset();
            driver.Faults.FailAtWrite = write;
            driver.Faults.AfterSending = afterSending;

            var first = await secretariat.SendAsync(HttpMethod.Delete, Path, "\"1\"");
            driver.Faults.Reset();
            (await secretariat.SendAsync(HttpMethod.Delete, Path, "\"1\"")).Status.ShouldBe(204);

            (await secretariat.GetAsync(List)).Json.AsArray().ShouldBeEmpty();
            (await AuditAsync(driver)).ShouldContain(entry => entry.StartsWith("deleteHistory"));
            if (first.Status == 204)
            {
                write.ShouldBe(3);
                return;
            }
        }
    }

    private Task<EvidenceDriver> StartAsync() => EvidenceDriver.StartAsync(storage);

    private static object Balance(int fullyExecuted = 44) =>
        new
        {
            plan = "Plan de igualdad 2022",
            source = "Informe anual 2022",
            programmed = 54,
            fullyExecuted,
            units = new[] { new { unit = "OGRH", compliance = 88.5m } },
            activities = new[] { new { activity = 22, percent = 120 } },
        };

    private static async Task<IEnumerable<string>> AuditAsync(EvidenceDriver driver) =>
        (await StoredAudit.ReadAsync(driver.App))
            .Where(entry => entry.Action.EndsWith("History", StringComparison.Ordinal))
            .Select(entry => $"{entry.Action} {entry.Subject} {entry.LegalDocument} {entry.Details}");

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var table = new TableServiceClient(storage).GetTableClient(HistoryTable.Name);
        return await table
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => $"{row.RowKey} {row.ETag}")
            .ToListAsync(Cancel);
    }
}
