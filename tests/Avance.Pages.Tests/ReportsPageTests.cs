using System.Text.Json;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The desk's page of reports: how they stand, what is missing, who may see it.</summary>
public sealed class ReportsPageTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Page_WithoutAReport_SaysWhatToDo(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app, width);

        await Assertions.Expect(visitor.Text("Todavía no se ha compilado ninguno")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("compílelo en «Estado del informe»")).ToBeVisibleAsync();
        await visitor.InspectAsync($"informes-vacio-{width}");
        await visitor.Page.GotoAsync("/informes/lectura");
        await Assertions.Expect(visitor.Text("Todavía no hay un informe compilado")).ToBeVisibleAsync();
        await visitor.InspectAsync($"lectura-vacia-{width}");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Page_WithAReport_HasItsPartsAndBreaksNoRule(int width)
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await ReportsApp.ImportYearAsync(app);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app, width);

        await Assertions.Expect(visitor.Text("Faltan 3; por revisar, 0; escritas, 0.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("54")).ToBeVisibleAsync();
        await visitor.InspectAsync($"informes-{width}");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "35. Actividad 35" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#evaluation")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Report_OfThePlan_IsCompiledAndDownloadedAndShowsWhatChanged()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app);
        await visitor.Button("Compilar los informes ahora").ClickAsync();
        await visitor.ShouldSayAsync("Se pidió la compilación");
        await Assertions.Expect(visitor.Text("Es la primera compilación")).ToBeVisibleAsync();
        await DeskApp.SendAsync(app, DeskApp.Unsent, 10);

        await visitor.Button("Compilar los informes ahora").ClickAsync();

        await Assertions.Expect(visitor.Text("Nivel de ejecución del plan: 40 % → 60 %")).ToBeVisibleAsync();
        await visitor.InspectAsync("informes-compilado");
        var link = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Descargar el informe consolidado" });
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        download.SuggestedFilename.ShouldBe("informe-plan-de-prueba-2023-II.json");
        using var content = await JsonDocument.ParseAsync(
            await download.CreateReadStreamAsync(),
            cancellationToken: TestContext.Current.CancellationToken
        );
        content.RootElement.GetProperty("plan").GetProperty("programmed").GetInt32().ShouldBe(5);
        content.RootElement.GetProperty("units").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Report_ThatCannotBeAskedFor_SaysWhy()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app);
        await visitor.Page.RouteAsync("**/reports", route => route.FulfillAsync(new() { Status = 500, Body = "{}" }));

        await visitor.Button("Compilar los informes ahora").ClickAsync();

        await Assertions.Expect(visitor.Heading("Algo falló")).ToBeVisibleAsync();
        await visitor.InspectAsync("informes-error");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Report_ThatFailed_SaysSoUntilItIsCompiled(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await DeskApp.FailReportAsync(app);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app, width);
        await Assertions.Expect(visitor.Text("La compilación falló")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Vuelva a pedirla con el botón")).ToBeVisibleAsync();
        await visitor.InspectAsync($"informes-fallido-{width}");

        await visitor.Button("Compilar los informes ahora").ClickAsync();

        await Assertions.Expect(visitor.Text("Última compilación")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("La compilación falló:")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Part_ThatCannotBeLoaded_IsTriedAgainByItself()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app);
        await visitor.Page.RouteAsync("**/texts", route => route.FulfillAsync(new() { Status = 500, Body = "{}" }));
        await visitor.Page.GotoAsync("/informes");
        await Assertions.Expect(visitor.Heading("Algo falló")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("3 recomendaciones en el informe")).ToBeVisibleAsync();
        await visitor.InspectAsync("informes-parte-error");
        await visitor.Page.UnrouteAsync("**/texts");

        await visitor.Button("Volver a intentar").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#text-presentation")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/informes")]
    [InlineData("/informes/lectura")]
    public async Task Page_ForAUnit_ShowsNothingOfTheReport(string path)
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();

        await visitor.Page.GotoAsync(path);

        await Assertions.Expect(visitor.Text("Si informa por una unidad")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".part, article")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Page_ForAReader_ShowsAllAndChangesNothing()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await ReportsApp.ImportYearAsync(app);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "reader plan-de-prueba")]);

        await visitor.Page.GotoAsync("/informes");
        await Assertions.Expect(visitor.Text("3 recomendaciones en el informe")).ToBeVisibleAsync();
        await visitor.Page.Locator("#text-summary summary").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#text-summary .said").First).ToBeVisibleAsync();

        await Assertions.Expect(visitor.Page.Locator("#page button")).ToHaveCountAsync(0);
        await visitor.InspectAsync("informes-lectora");
    }
}
