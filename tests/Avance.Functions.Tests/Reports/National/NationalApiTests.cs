using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Reports.National;
using Avance.Functions.Tests.Builders;
using DocumentFormat.OpenXml.Packaging;

namespace Avance.Functions.Tests.Reports.National;

/// <summary>From the reports of plans to what the national secretariat reads and signs.</summary>
public sealed class NationalApiTests(AzuriteFixture azurite)
{
    private static readonly Plan Plan = new TestPlan().Activity(34, target: 10).Activity(35, "DTEG").Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task National_BeforeAnyRun_IsEmpty()
    {
        await using var app = await StartAsync();
        var national = app.As("national-secretariat");

        var list = (await national.GetAsync("/api/national")).ShouldBeOk();

        list["consolidatedAt"].ShouldBeNull();
        list["periods"]!.AsArray().ShouldBeEmpty();
        (await national.GetAsync("/api/national/2023-II")).ShouldBeProblem(404, "national-unknown");
        (await national.GetAsync("/api/national/2023-II/report")).ShouldBeProblem(404, "national-unknown");
    }

    [Fact]
    public async Task National_OpenThenClosed_IsComparableOnceItIsFinal()
    {
        await using var app = await StartAsync();
        await SendAsync(app, 34, 10);

        await ConsolidateAsync(app);
        var open = await GetAsync(app);
        ((string)open["plans"]![0]!["notComparable"]!).ShouldBe("Open");
        ((int)open["totals"]!["plansComparable"]!, (int)open["totals"]!["bodiesReported"]!).ShouldBe((0, 1));

        app.Clock.SetUtcNow(TestPlan.Closes.AddMinutes(1));
        await ConsolidateAsync(app);
        var closed = await GetAsync(app);

        var plan = closed["plans"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)plan["comparable"]!, (int)plan["due"]!, (int)plan["sent"]!).ShouldBe((1, 2, 1));
        ((int)closed["totals"]!["fullyExecuted"]!, (double)closed["totals"]!["executionLevel"]!).ShouldBe((1, 50.0));
        ((string)closed["bodies"]![0]!["reports"]!).ShouldBe("Partial");
        var list = (await app.As("national-secretariat").GetAsync("/api/national")).ShouldBeOk();
        list["periods"]!.AsArray().Select(one => (string)one!["period"]!).ShouldBe(["2023-II", "2023-I"]);
    }

    [Fact]
    public async Task Report_OfASemester_IsTheFiguresOfTheTables()
    {
        await using var app = await StartAsync();
        await SendAsync(app, 34, 10);
        app.Clock.SetUtcNow(TestPlan.Closes.AddMinutes(1));
        await ConsolidateAsync(app);

        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add("X-Avance-Caller", "national-secretariat");
        using var answer = await client.GetAsync("/api/national/2023-II/report", Cancel);

        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Consolidado nacional 2023-II.docx");
        await using var content = await answer.Content.ReadAsStreamAsync(Cancel);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, Cancel);
        using var word = WordprocessingDocument.Open(memory, isEditable: false);
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        text.ShouldContain("Juntos ejecutaron por completo 1 de 2 actividades programadas: 50 %.");
        text.ShouldContain("Planes que se comparan, por nivel de ejecución");
        text.ShouldContain("Incompleto");
    }

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(Plan);
        return app;
    }

    private static async Task SendAsync(AppDriver app, int activity, decimal executed) =>
        (
            await app.Reporter()
                .PutAsync(AppDriver.Progress(activity), 0, SentProgress.Submission(Guid.NewGuid(), executed))
        ).ShouldBeOk();

    private static async Task ConsolidateAsync(AppDriver app)
    {
        (await app.Get<ReportRunner>().RunAsync(Plan.Id, "report", Cancel)).ShouldSucceed();
        (await app.Get<ConsolidationRunner>().RunAsync("national", Cancel)).ShouldNotBeNull();
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> GetAsync(AppDriver app) =>
        (await app.As("national-secretariat").GetAsync("/api/national/2023-II")).ShouldBeOk().Json;
}
