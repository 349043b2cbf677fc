using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What the secretariat writes for a report: recommendations, texts, years before.</summary>
public sealed class ReportWritingTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const string Own = "Se recomienda a la unidad difundir la campaña también en las regiones.";

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Recommendation_ThatIsEdited_StaysAndItsDraftIsGivenBack(int width)
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app, width);
        var item = Of(visitor, "DTEG").First;
        await item.GetByRole(AriaRole.Button, new() { Name = "Editar" }).ClickAsync();
        await item.GetByLabel("Texto").FillAsync("Corta");
        await item.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
        await Assertions.Expect(item.GetByLabel("Texto")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.InspectAsync($"recomendacion-error-{width}");

        await item.GetByLabel("Texto").FillAsync(Own);
        await item.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();

        await visitor.ShouldSayAsync("La recomendación quedó guardada");
        await Assertions.Expect(item).ToContainTextAsync("Editada");
        await visitor.InspectAsync($"recomendacion-editada-{width}");
        ((string?)(await ReportsApp.RecommendationAsync(app, "DTEG"))["text"]).ShouldBe(Own);
        await item.GetByRole(AriaRole.Button, new() { Name = "Volver al borrador" }).ClickAsync();
        await Assertions.Expect(item).Not.ToContainTextAsync(Own);
        await visitor.Button("Deshacer").ClickAsync();
        await Assertions.Expect(item).ToContainTextAsync(Own);
    }

    [Fact]
    public async Task Recommendation_WhoseDraftHasChanged_ShowsTheNewDraftBeside()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        var one = await ReportsApp.RecommendationAsync(app, "DTEG");
        (
            await app.Secretariat()
                .PutAsync(
                    $"{ReportsApp.Recommendations}/{one["id"]}",
                    0,
                    new { text = Own, draft = "Lo que decía antes el borrador." }
                )
        ).ShouldBeOk();
        await using var visitor = await ReportsApp.ComeAsync(chromium, app);
        var item = Of(visitor, "DTEG").First;
        await Assertions.Expect(item).ToContainTextAsync("El borrador de ahora dice:");
        await Assertions.Expect(item).ToContainTextAsync((string)one["draft"]!);
        await visitor.InspectAsync("recomendacion-borrador-nuevo");

        await item.GetByRole(AriaRole.Button, new() { Name = "Mantener lo editado" }).ClickAsync();

        await Assertions.Expect(item).Not.ToContainTextAsync("El borrador de ahora dice:");
        await Assertions.Expect(item).ToContainTextAsync(Own);
    }

    [Fact]
    public async Task Recommendation_ThatTwoEdit_ShowsWhatTheOtherWroteAndKeepsBoth()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var one = await ReportsApp.ComeAsync(chromium, app);
        await using var other = await ReportsApp.ComeAsync(chromium, app);
        await EditAsync(one, "Lo que escribe la primera persona.");
        await EditAsync(other, "Lo que escribe la segunda persona.");
        await one.Button("Guardar").ClickAsync();
        await Assertions.Expect(one.Text("La recomendación quedó guardada")).ToBeVisibleAsync();

        await other.Button("Guardar").ClickAsync();

        await Assertions.Expect(other.Heading("Otra persona guardó mientras usted escribía")).ToBeVisibleAsync();
        await Assertions.Expect(other.Page.Locator("blockquote")).ToHaveTextAsync("Lo que escribe la primera persona.");
        await other.InspectAsync("recomendacion-dos");
        await other.Button("Quedarme con lo de la otra persona").ClickAsync();
        await Assertions.Expect(Of(other, "DTEG").First).ToContainTextAsync("Lo que escribe la primera persona.");

        static async Task EditAsync(Visitor visitor, string text)
        {
            await Of(visitor, "DTEG").First.GetByRole(AriaRole.Button, new() { Name = "Editar" }).ClickAsync();
            await visitor.Page.GetByLabel("Texto", new() { Exact = true }).FillAsync(text);
        }
    }

    [Fact]
    public async Task Recommendations_OfAUnit_AreAddedOrderedByKeyboardAndLeftOut()
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app);
        var items = Of(visitor, "OTIC");
        await visitor.Button("Agregar una recomendación").ClickAsync();
        await visitor.Page.GetByLabel("Texto", new() { Exact = true }).FillAsync(Own);
        await visitor.Page.GetByLabel("Unidad", new() { Exact = true }).Last.SelectOptionAsync("OTIC");
        await visitor.Button("Guardar").ClickAsync();
        await Assertions.Expect(items).ToHaveCountAsync(2);
        await Assertions.Expect(items.Nth(1)).ToContainTextAsync(Own);

        var up = items.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Subir" });
        await visitor.TabToAsync(up);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(items.First).ToContainTextAsync(Own);
        await Assertions.Expect(items.First.GetByRole(AriaRole.Button, new() { Name = "Bajar" })).ToBeFocusedAsync();
        await items.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Dejar fuera" }).ClickAsync();
        await Assertions.Expect(visitor.Text("Fuera del informe (1)")).ToBeVisibleAsync();
        await visitor.InspectAsync("recomendacion-fuera");
        await visitor.Text("Fuera del informe (1)").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Volver a incluir" }).ClickAsync();
        await Assertions.Expect(visitor.Text("Fuera del informe (1)")).ToHaveCountAsync(0);
        await Assertions.Expect(items).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Text_ThatIsEdited_StaysAndTellsOfFiguresThatChange(int width)
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app, width);
        var text = visitor.Page.Locator("#text-summary");
        await text.Locator("summary").First.ClickAsync();
        await text.GetByRole(AriaRole.Button, new() { Name = "Editar" }).ClickAsync();
        var field = text.GetByLabel("Resumen ejecutivo");
        await field.PressAsync("Control+End");
        await visitor.Page.Keyboard.TypeAsync("\n\nSe agradece a las unidades.");
        await visitor.Button("Guardar el texto").ClickAsync();
        await visitor.ShouldSayAsync("El texto quedó guardado");
        await DeskApp.SendAsync(app, DeskApp.Unsent, 10);
        await ReportsApp.CompileAsync(app);

        await visitor.Page.ReloadAsync();
        await text.Locator("summary").First.ClickAsync();

        await Assertions.Expect(text).ToContainTextAsync("Cifras cambiadas");
        await Assertions.Expect(text).ToContainTextAsync("ya está en el texto");
        await Assertions.Expect(text).ToContainTextAsync("Se agradece a las unidades.");
        await visitor.InspectAsync($"texto-cifras-{width}");
        await text.GetByRole(AriaRole.Button, new() { Name = "El texto está bien así" }).ClickAsync();
        await Assertions.Expect(text).Not.ToContainTextAsync("Cifras cambiadas");
        await text.GetByRole(AriaRole.Button, new() { Name = "Volver al borrador" }).ClickAsync();
        await Assertions.Expect(text).Not.ToContainTextAsync("Se agradece a las unidades.");
        ((bool?)(await ReportsApp.TextAsync(app, "summary"))["isEdited"]).ShouldBe(false);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Year_FromADocument_IsImportedCorrectedAndDeleted(int width)
    {
        await using var app = await ReportsApp.StartAsync(azurite);
        await using var visitor = await ReportsApp.ComeAsync(chromium, app, width);
        await visitor.Button("Agregar un año").ClickAsync();
        await visitor.Page.GetByLabel("Año", new() { Exact = true }).FillAsync("2022");
        await visitor.Page.GetByLabel("Plan de ese año").FillAsync("Plan Sectorial 2022-2023");
        await visitor.Page.GetByLabel("Documento del que vienen").FillAsync("INFORME N° D000012-2023-MIMP-OGPPM");
        await visitor.Page.GetByLabel("Actividades programadas").FillAsync("54");
        await visitor.Page.GetByLabel("De ellas").FillAsync("55");
        await visitor.Page.GetByLabel("Cumplimiento por unidad").FillAsync("OGRH;92.5\nDTEG");
        await visitor.Button("Guardar el año").ClickAsync();
        await Assertions.Expect(visitor.Text("Línea 2: se espera")).ToHaveCountAsync(2);
        await visitor.InspectAsync($"anterior-error-{width}");
        await visitor.Page.GetByLabel("Cumplimiento por unidad").FillAsync("OGRH;92,5\nDTEG\t80");
        await visitor.Button("Guardar el año").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("De ellas")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Page.GetByLabel("De ellas").FillAsync("44");

        await visitor.Button("Guardar el año").ClickAsync();

        await visitor.ShouldSayAsync("El año 2022 quedó guardado");
        await Assertions.Expect(visitor.Text("81.5 %")).ToBeVisibleAsync();
        await visitor.InspectAsync($"anterior-{width}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Quitar el año 2022" }).ClickAsync();
        await Assertions.Expect(visitor.Text("81.5 %")).ToHaveCountAsync(0);
        await visitor.Button("Deshacer").ClickAsync();
        await Assertions.Expect(visitor.Text("81.5 %")).ToBeVisibleAsync();
    }

    private static ILocator Of(Visitor visitor, string unit) =>
        visitor.Page.Locator($"section[aria-labelledby='unit-{unit}'] > ol > li");
}
