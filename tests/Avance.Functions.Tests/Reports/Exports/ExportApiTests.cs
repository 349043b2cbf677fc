using Avance.Functions.Reports.Workbooks;
using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Avance.Functions.Tests.Reports.Exports;

/// <summary>Exports over HTTP, made by the queue as it comes.</summary>
public sealed class ExportApiTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(3);
    private static readonly string Exports = $"{AppDriver.Plan()}/reports/2023-II/exports";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_Excel_EndsInAWorkbookWithTheFiguresOfTheReport()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), listens: true);
        await app.AddAsync(WorkbookPlan());

        var asked = await app.Secretariat().PostAsync(Exports, null, new { format = "excel", scope = "year" });

        asked.Status.ShouldBe(202, asked.Text);
        asked.Header("Location").ShouldBe($"{Exports}/{asked["id"]}");
        ((string?)asked["state"], (string?)asked["step"]).ShouldBe(("queued", "En espera"));
        ((string?)asked["fileName"]).ShouldBe($"datos-{TestPlan.Id}-2023.xlsx");
        var done = await UntilEndedAsync(app, $"{Exports}/{asked["id"]}");
        ((string?)done["state"], (int)done["progress"]!, (string?)done["failedBecause"]).ShouldBe(("done", 100, ""));
        var (type, name, file) = await DownloadAsync(app, $"{Exports}/{asked["id"]}/file", "reader");
        (type, name).ShouldBe((ExcelWriter.ContentType, $"datos-{TestPlan.Id}-2023.xlsx"));
        file.Length.ShouldBe((int)(long)done["size"]!);
        var report = (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports/2023-II")).ShouldBeOk();
        var rows = RowsOf(file, "reportplan");
        rows.Select(row => row["Period"]).ShouldBe(["2023-I", "2023-II"]);
        rows[1]["Programmed"].ShouldBe(report["plan"]!["programmed"]!.ToString());
        rows[1]["RunId"].ShouldBe((string?)done["runId"]);
        RowsOf(file, "reportgoal").Count.ShouldBe(2 * report["goals"]!.AsArray().Count);

        var list = (await app.As($"reader {TestPlan.Id}").GetAsync(Exports)).ShouldBeOk().Json.AsArray();
        list.Select(one => one!.ToJsonString()).ShouldBe([done.Json.ToJsonString()]);
        (await StoredAudit.ReadAsync(app))[0].Action.ShouldBe("exportReport");
    }

    [Fact]
    public async Task Post_PeriodThatHasNotOpened_IsRefused()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), TestPlan.Opens.AddMonths(-5));
        await app.AddAsync(WorkbookPlan());

        (await PostAsync(app, Exports)).ShouldBeProblem(409, "report-not-open");
        (await PostAsync(app, Exports.Replace("2023-II", "2024-I"))).ShouldBeProblem(404, "period-unknown");
        (await app.Secretariat().PostAsync(Exports, null, new { format = "pdf", scope = "year" })).ShouldBeProblem(
            400,
            "invalid-json",
            "format"
        );
        (await app.Secretariat().GetAsync(Exports)).ShouldBeOk().Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_ExportThatIsNotThereOrNotReady_IsAProblem()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(WorkbookPlan());
        var asked = await PostAsync(app, Exports);

        (await app.Secretariat().GetAsync($"{Exports}/{asked["id"]}/file")).ShouldBeProblem(409, "export-not-ready");
        (await app.Secretariat().GetAsync($"{Exports}/{Guid.NewGuid()}")).ShouldBeProblem(404, "export-unknown");
        (await app.Secretariat().GetAsync($"{Exports}/..")).Status.ShouldBe(404);
        // Of another period.
        (await app.Secretariat().GetAsync($"{Exports.Replace("2023-II", "2023-I")}/{asked["id"]}")).ShouldBeProblem(
            404,
            "export-unknown"
        );
    }

    private static Avance.Functions.Plans.Plan WorkbookPlan() =>
        new TestPlan().Activity(34, carriedOver: 70).Activity(35, "DTEG").Build();

    private static Task<Answer> PostAsync(AppDriver app, string path) =>
        app.Secretariat().PostAsync(path, null, new { format = "csv", scope = "semester" });

    private static async Task<Answer> UntilEndedAsync(AppDriver app, string path)
    {
        using var late = new CancellationTokenSource(Generous);
        while (true)
        {
            var answer = (await app.Secretariat().GetAsync(path)).ShouldBeOk();
            if (answer.State is "done" or "failed")
            {
                return answer;
            }

            await Task.Delay(100, late.Token);
        }
    }

    private static async Task<(string? Type, string? Name, byte[] Content)> DownloadAsync(
        AppDriver app,
        string path,
        string role
    )
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, path));
        request.Headers.Add(Avance.Functions.Access.DevelopmentSignIn.Header, $"{role} {TestPlan.Id}");
        using var response = await client.SendAsync(request, Cancel);
        response.EnsureSuccessStatusCode();
        var disposition = response.Content.Headers.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        return (
            response.Content.Headers.ContentType?.MediaType,
            disposition.FileName,
            await response.Content.ReadAsByteArrayAsync(Cancel)
        );
    }

    /// <summary>The rows of a table, by the names of its columns.</summary>
    private static List<Dictionary<string, string>> RowsOf(byte[] workbook, string table)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var part = document.WorkbookPart!.WorksheetParts.Single(one =>
            one.TableDefinitionParts.Single().Table!.Name == table
        );
        var layout = Builders.WorkbookBuilder.Sheets.Single(sheet => sheet.Name == table).Columns;
        return
        [
            .. part.Worksheet!.Descendants<Row>()
                .Skip(1)
                .Select(row =>
                    layout
                        .Zip(row.Elements<Cell>())
                        .ToDictionary(pair => pair.First.Name, pair => pair.Second.InnerText)
                ),
        ];
    }
}
