using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Reports.National;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What the national secretariat sees of all bodies.</summary>
public sealed class NationalPageTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task National_OfASemester_SaysWhoReportedAndWhatIsComparable(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        var other = FormApp.Plan();
        await app.AddAsync(other with { Id = new PlanId("otro-plan"), Header = other.Header with { Body = "MINEDU" } });
        await using var visitor = await ComeAsync(app, width);

        await visitor.Page.GotoAsync("/nacional");
        await Assertions.Expect(visitor.Text("Todavía no hay nada consolidado")).ToBeVisibleAsync();
        await visitor.InspectAsync($"nacional-vacio-{width}");

        await ConsolidateAsync(app, FormApp.Plan().Id, new PlanId("otro-plan"));
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Heading("Consolidado nacional")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("2 entidades.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Ningún plan se puede comparar.")).ToBeVisibleAsync();
        await visitor.InspectAsync($"nacional-{width}");

        await visitor.Page.GetByLabel("Buscar por entidad o grupo").FillAsync("minedu");
        await Assertions.Expect(visitor.Text("1 entidad.")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Informe", new() { Exact = true }).SelectOptionAsync("complete");
        await Assertions.Expect(visitor.Text("Ninguna entidad cumple con la búsqueda.")).ToBeVisibleAsync();
        await Assertions
            .Expect(visitor.Page.GetByText("Descargar el informe (Word)"))
            .ToHaveAttributeAsync("href", "/api/national/2023-II/report");
    }

    private async Task<Visitor> ComeAsync(AppDriver app, int width)
    {
        var visitor = await Visitor.ComeAsync(chromium, app, width);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "national-secretariat")]);
        return visitor;
    }

    private static async Task ConsolidateAsync(AppDriver app, params PlanId[] plans)
    {
        foreach (var plan in plans)
        {
            (await app.Get<ReportRunner>().RunAsync(plan, "report", Cancel)).Error.ShouldBeNull();
        }

        (await app.Get<ConsolidationRunner>().RunAsync("national", Cancel)).ShouldNotBeNull();
    }
}
