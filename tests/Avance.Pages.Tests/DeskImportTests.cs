using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The secretariat's page to import the plan.</summary>
public sealed class DeskImportTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Import_OfAFile_ShowsErrorsAtTheirCellsThenWhatChangesAndImports(int width)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/importar", width);
        await ChooseAsync(visitor, new PlanFileBuilder().Set("Metas", 3, 2, "muchas").Set("Unidades", 3, 0, ""));
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Heading("Hoja Metas")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("«muchas»")).ToBeVisibleAsync();
        await visitor.InspectAsync($"importar-errores-{width}");

        await ChooseAsync(visitor, new PlanFileBuilder());
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Heading("esto cambiaría")).ToBeVisibleAsync();
        await visitor.InspectAsync($"importar-cambios-{width}");
        await visitor.Button("Importar").ClickAsync();

        await Assertions.Expect(visitor.Text("El plan quedó importado")).ToBeVisibleAsync();
        await ChooseAsync(visitor, new PlanFileBuilder());
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Heading("no cambia nada")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("plan.zip")]
    [InlineData("plan.json")]
    public async Task Import_OfSheetsOrJson_IsCheckedAndImportedToo(string name)
    {
        var isJson = name.EndsWith("json", StringComparison.Ordinal);
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/importar");
        await ChooseAsync(visitor, name, Content(new PlanFileBuilder().Set("Metas", 3, 2, "muchas")));
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Text("«muchas»")).ToBeVisibleAsync();

        await ChooseAsync(visitor, name, Content(new PlanFileBuilder()));
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Heading("esto cambiaría")).ToBeVisibleAsync();
        await visitor.Button("Importar").ClickAsync();

        await Assertions.Expect(visitor.Text("El plan quedó importado")).ToBeVisibleAsync();
        (await app.Secretariat().GetAsync(AppDriver.Plan())).ShouldBeOk().Text.ShouldContain("\"Plan de prueba\"");

        byte[] Content(PlanFileBuilder file) => isJson ? file.ToJson() : file.ToCsv();
    }

    [Fact]
    public async Task Import_WithoutAFileOrOfAnotherType_SaysWhatIsWanted()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/importar");

        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Text("Elija primero un archivo")).ToBeVisibleAsync();
        await ChooseAsync(visitor, "plan.xlsx", [1, 2, 3, 4]);
        await visitor.Button("Comprobar").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#outcome .box.bad")).ToBeVisibleAsync();
        await visitor.InspectAsync("importar-otro-tipo");
    }

    private static Task ChooseAsync(Visitor visitor, PlanFileBuilder file) =>
        ChooseAsync(visitor, "plan.xlsx", file.ToXlsx());

    private static Task ChooseAsync(Visitor visitor, string name, byte[] content) =>
        visitor
            .Page.GetByLabel("Archivo del plan")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = content,
                }
            );
}
