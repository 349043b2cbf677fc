using System.Text.Json.Nodes;
using Avance.Functions.Reports;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Drivers;

/// <summary>The plan of <see cref="DeskApp"/> with a compiled report.</summary>
public static class ReportsApp
{
    public static string Report { get; } = $"{AppDriver.Plan()}/reports/2023-II";

    public static string Recommendations { get; } = $"{AppDriver.Plan()}/periods/2023-II/recommendations";

    public static async Task<AppDriver> StartAsync(AzuriteFixture azurite)
    {
        var app = await DeskApp.StartAsync(azurite);
        await CompileAsync(app);
        return app;
    }

    /// <summary>Compiles now. That its message has the host do the same is shown by a test of its own.</summary>
    public static async Task CompileAsync(AppDriver app) =>
        await app.Get<ReportRunner>().RunAsync(TestPlan.Id, $"{Guid.NewGuid()}", TestContext.Current.CancellationToken);

    /// <summary>Comes by a link to the page of the reports, and waits until all its parts are there.</summary>
    public static async Task<Visitor> ComeAsync(ChromiumFixture chromium, AppDriver app, int width = 1200)
    {
        var visitor = await DeskApp.ComeAsync(chromium, app, "/informes", width);
        await Assertions.Expect(visitor.Page.Locator(".part")).ToHaveCountAsync(6);
        await Assertions.Expect(visitor.Page.Locator("[aria-busy]")).ToHaveCountAsync(0);
        return visitor;
    }

    /// <summary>What came of something is said where the focus is.</summary>
    public static Task ShouldSayAsync(this Visitor visitor, string text) =>
        Assertions.Expect(visitor.Page.Locator(".outcome:focus")).ToContainTextAsync(text);

    /// <summary>The first recommendation to a unit.</summary>
    public static async Task<JsonNode> RecommendationAsync(AppDriver app, string unit) =>
        (await app.Secretariat().GetAsync(Recommendations)).ShouldBeOk()["recommendations"]!
            .AsArray()
            .First(one => (string?)one!["unit"] == unit)!;

    public static async Task<JsonNode> TextAsync(AppDriver app, string section) =>
        (await app.Secretariat().GetAsync($"{Report}/texts"))
            .ShouldBeOk()
            .Json.AsArray()
            .Single(one => (string?)one!["section"] == section)!;

    /// <summary>An evaluation with two notes, which the report has as footnotes.</summary>
    public static async Task EvaluateAsync(AppDriver app) =>
        (
            await app.Secretariat()
                .PutAsync(
                    $"{AppDriver.Plan()}/periods/2023-II/activities/35/evaluation",
                    0,
                    new
                    {
                        text = "Se cumplió la meta.",
                        notes = new[] { "El informe no tiene número en el SGD.", "Es una asistencia técnica." },
                    }
                )
        ).ShouldBeOk();

    /// <summary>The figures of a year before, with those of the plan's units.</summary>
    public static async Task ImportYearAsync(AppDriver app) =>
        (
            await app.Secretariat()
                .PutAsync(
                    $"{AppDriver.Plan()}/history/2022",
                    0,
                    new
                    {
                        plan = "Plan Sectorial de Igualdad de Género 2022-2023",
                        source = "INFORME N° D000012-2023-MIMP-OGPPM",
                        programmed = 54,
                        fullyExecuted = 44,
                        units = new[] { new { unit = "OGRH", compliance = 92.5 } },
                    }
                )
        ).ShouldBeOk();
}
