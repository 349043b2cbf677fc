using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The page of achievements, of a unit and of the desk.</summary>
public sealed class AchievementsPageTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private static readonly string List = $"{AppDriver.Plan()}/achievements";

    [Theory]
    [InlineData(1024)]
    [InlineData(360)]
    public async Task Unit_FromItsStartPage_RecordsChangesWithdrawsAndTakesItBack(int width)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app, width);
        await visitor.EnterAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Ver y registrar logros" }).ClickAsync();
        await Assertions.Expect(visitor.Text("Todavía no hay logros registrados.")).ToBeVisibleAsync();
        await visitor.InspectAsync($"logros-vacio-{width}");

        await visitor.Button("Registrar un logro").ClickAsync();
        await Field("Logro").FillAsync("Se emitió la directiva");
        await Field("Mujeres").FillAsync("70");
        await Field("Total").FillAsync("ciento");
        await visitor.Button("Registrar el logro").ClickAsync();
        await Assertions.Expect(Field("Total")).ToHaveAttributeAsync("aria-invalid", "true");
        await Field("Total").FillAsync("");
        await visitor.Button("Registrar el logro").ClickAsync();
        await Assertions.Expect(visitor.Heading("Falta corregir 3 cosas")).ToBeVisibleAsync();
        foreach (var name in new[] { "Tema", "Fecha", "Hombres" })
        {
            await Assertions.Expect(Field(name)).ToHaveAttributeAsync("aria-invalid", "true");
        }

        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Escriba la fecha." }))
            .ToBeVisibleAsync();
        await visitor.InspectAsync($"logros-errores-{width}");
        // What was typed is there again.
        await visitor.Page.ReloadAsync();
        await visitor.Button("Registrar un logro").ClickAsync();
        await Assertions.Expect(Field("Logro")).ToHaveValueAsync("Se emitió la directiva");
        await Field("Tema").SelectOptionAsync("Directivas y normas");
        await Field("Fecha").FillAsync("2023-05-15");
        await Field("Hombres").FillAsync("50");
        await visitor.Button("Agregar una cifra").ClickAsync();
        await Field("Qué se cuenta").FillAsync("Talleres");
        await Field("Cantidad").FillAsync("3");
        await Field("Unidad de medida").FillAsync("taller");
        await visitor.Button("Registrar el logro").ClickAsync();

        await visitor.ShouldSayAsync("El logro quedó registrado.");
        await Assertions.Expect(visitor.Heading("Directivas y normas")).ToBeVisibleAsync();
        await Assertions.Expect(Item()).ToContainTextAsync("Personas: 120 (70 mujeres y 50 hombres)");
        await Assertions.Expect(Item()).ToContainTextAsync("Talleres: 3 taller");
        await visitor.InspectAsync($"logros-{width}");

        await Item().GetByRole(AriaRole.Button, new() { Name = "Cambiar" }).ClickAsync();
        await Field("Documento").FillAsync("RM N° 123-2023-MIMP");
        await Field("Mujeres").FillAsync("80");
        await visitor.Button("Guardar los cambios").ClickAsync();
        await visitor.ShouldSayAsync("Los cambios quedaron guardados.");
        await Assertions.Expect(Item()).ToContainTextAsync("RM N° 123-2023-MIMP");
        await Assertions.Expect(Item()).ToContainTextAsync("Personas: 130 (80 mujeres y 50 hombres)");

        await Item().GetByRole(AriaRole.Button, new() { Name = "Retirar" }).ClickAsync();
        await visitor.Button("Retirar el logro").ClickAsync();
        await Assertions.Expect(Field("Por qué se retira")).ToHaveAttributeAsync("aria-invalid", "true");
        await Field("Por qué se retira").FillAsync("Se registró dos veces.");
        await visitor.Button("Retirar el logro").ClickAsync();
        await visitor.ShouldSayAsync("El logro quedó retirado");
        await visitor.Text("Retirados (1)").ClickAsync();
        await Assertions.Expect(Item()).ToContainTextAsync("Se registró dos veces.");
        await visitor.InspectAsync($"logros-retirado-{width}");
        await visitor.Button("Deshacer").ClickAsync();
        await visitor.ShouldSayAsync("El logro cuenta otra vez en el informe.");
        await Item().GetByText("Versiones (4)").ClickAsync();
        await Assertions
            .Expect(Item().GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Se retiró" }))
            .ToBeVisibleAsync();

        var stored = (await app.Reporter().GetAsync(List)).ShouldBeOk()["achievements"]!.AsArray();
        var one = stored.ShouldHaveSingleItem()!;
        ((string)one["state"]!, (int)one["version"]!, (string)one["unit"]!).ShouldBe(("active", 4, "OGRH"));

        ILocator Field(string name) => visitor.Page.GetByLabel(name, new() { Exact = true });
        ILocator Item() => visitor.Page.Locator("li.work");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Desk_SeesAllByTheme_FiltersThemAndRecordsForAUnit(int width)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await PutAsync(app, Guid.NewGuid(), 0, "Se emitió la directiva", "Directivas y normas", "OGRH");
        await PutAsync(app, Guid.NewGuid(), 0, "Se dictó el curso", "Fortalecimiento de capacidades", "DTEG");
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/logros", width);
        var items = visitor.Page.Locator("li.work");
        await Assertions.Expect(visitor.Text("2 logros en 2 temas.")).ToBeVisibleAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Logros", Exact = true }))
            .ToHaveAttributeAsync("aria-current", "page");
        await visitor.InspectAsync($"logros-mesa-{width}");

        await visitor.Page.GetByLabel("Unidad", new() { Exact = true }).SelectOptionAsync("DTEG");
        await Assertions.Expect(items).ToHaveCountAsync(1);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(items).ToContainTextAsync(["Se dictó el curso"]);
        await visitor.Page.GetByLabel("Año", new() { Exact = true }).SelectOptionAsync("2023");
        await visitor.Page.GetByLabel("Tema", new() { Exact = true }).SelectOptionAsync("Directivas y normas");
        await Assertions.Expect(visitor.Text("Ningún logro cumple con los filtros.")).ToBeVisibleAsync();
        await visitor.Button("Quitar filtros").ClickAsync();

        await visitor.Button("Registrar un logro").ClickAsync();
        var form = visitor.Page.Locator("form.achievement");
        await form.GetByLabel("Tema").SelectOptionAsync("Aprobación del plan");
        await form.GetByLabel("Logro", new() { Exact = true }).FillAsync("Se aprobó el plan");
        await form.GetByLabel("Fecha").FillAsync("2022-03-08");
        await form.GetByLabel("Unidad", new() { Exact = true }).SelectOptionAsync("DTEG");
        await visitor.Button("Registrar el logro").ClickAsync();

        await visitor.ShouldSayAsync("El logro quedó registrado.");
        await Assertions
            .Expect(visitor.Page.Locator("#page section h2"))
            .ToHaveTextAsync(["Aprobación del plan", "Directivas y normas", "Fortalecimiento de capacidades"]);
        await Assertions.Expect(items.First).ToContainTextAsync("8 de marzo de 2022 · DTEG");
    }

    [Fact]
    public async Task Change_WhereAnotherChangedItMeanwhile_ShowsBothAndKeepsTheChosenOne()
    {
        await using var app = await FormApp.StartAsync(azurite);
        var id = Guid.NewGuid();
        await PutAsync(app, id, 0, "Se emitió la directiva", "Otros", "OGRH");
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/logros");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Cambiar" }).ClickAsync();
        await visitor.Page.GetByLabel("Logro", new() { Exact = true }).FillAsync("Lo mío");
        await PutAsync(app, id, 1, "Lo de la otra persona", "Otros", "OGRH");

        await visitor.Button("Guardar los cambios").ClickAsync();

        await Assertions.Expect(visitor.Heading("Otra persona guardó mientras usted escribía")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("blockquote")).ToContainTextAsync("Lo de la otra persona");
        await visitor.InspectAsync("logros-dos");
        await visitor.Button("Guardar lo mío en su lugar").ClickAsync();
        await visitor.ShouldSayAsync("Los cambios quedaron guardados.");
        await Assertions.Expect(visitor.Page.Locator("li.work h3")).ToHaveTextAsync("Lo mío");
    }

    private static async Task PutAsync(AppDriver app, Guid id, int version, string title, string theme, string unit) =>
        (
            await app.Secretariat()
                .PutAsync(
                    $"{List}/{id}",
                    version,
                    new
                    {
                        theme,
                        title,
                        date = "2023-05-15",
                        unit,
                    }
                )
        ).ShouldBeOk();
}
