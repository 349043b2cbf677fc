using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>A plan written on the desk, without a file.</summary>
public sealed class PlanEditorTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private static readonly PlanId New = new("plan-nuevo");

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task NewPlan_WrittenByHand_IsCheckedAtItsFieldsAndImported(int width)
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await using var visitor = await DeskApp.ComeAsAsync(chromium, app, $"secretariat {New}", width);
        await visitor.Page.GotoAsync($"/editar?plan={New}");
        await visitor.Page.GetByLabel("Nombre del plan").FillAsync("Plan de igualdad 2026");
        await visitor.Page.GetByLabel("Entidad").FillAsync("MIMP");
        await visitor.Page.GetByLabel("Grupo de trabajo").FillAsync("CSIG-MIMP");
        await visitor.Page.GetByLabel("Primer año").FillAsync("2026");
        await visitor.Page.GetByLabel("Último año").FillAsync("2026");
        await visitor.Button("Agregar una unidad").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Siglas")).ToBeFocusedAsync();
        await visitor.Page.GetByLabel("Siglas").FillAsync("OGRH");
        await visitor.Region("Unidades").GetByLabel("Nombre", new() { Exact = true }).FillAsync("Recursos Humanos");
        await visitor.Button("Agregar una actividad").ClickAsync();
        var activities = visitor.Region("Actividades");
        await activities.GetByLabel("Actividad", new() { Exact = true }).FillAsync("Capacitar al personal");
        await activities.GetByLabel("Unidad responsable").SelectOptionAsync("OGRH");
        await activities.GetByLabel("Unidad de medida").FillAsync("Personas");
        await activities.GetByLabel("Medio de evidencia").FillAsync("Lista de asistencia");
        await activities.GetByRole(AriaRole.Button, new() { Name = "Agregar una meta" }).ClickAsync();
        await visitor.Region("Metas").GetByLabel("Meta programada").FillAsync("muchas");
        await visitor.Button("Agregar un periodo").ClickAsync();
        var periods = visitor.Region("Periodos");
        await Assertions.Expect(periods.GetByLabel("Periodo", new() { Exact = true })).ToHaveValueAsync("2026-I");
        await periods.GetByLabel("Apertura").FillAsync("2026-06-01");
        await periods.GetByLabel("Fecha límite").FillAsync("2026-07-15");
        await periods.GetByLabel("Cierre").FillAsync("2026-07-30");

        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Heading("Falta corregir 2 cosas")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Base legal")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.InspectAsync($"editar-errores-{width}");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Meta programada: «muchas» no sirve" }).ClickAsync();
        await Assertions.Expect(visitor.Region("Metas").GetByLabel("Meta programada")).ToBeFocusedAsync();
        await visitor.Region("Metas").GetByLabel("Meta programada").FillAsync("12,5");
        await visitor.Page.GetByLabel("Base legal").FillAsync("RM N° 1-2026-MIMP");
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Text("El plan todavía no existe: se creará.")).ToBeVisibleAsync();
        await visitor.InspectAsync($"editar-cambios-{width}");
        await visitor.Button("Importar").ClickAsync();

        await Assertions.Expect(visitor.Text("El plan quedó importado")).ToBeVisibleAsync();
        var plan = (await app.Secretariat(New).GetAsync($"{AppDriver.Plan(New)}/file?format=json")).ShouldBeOk();
        ((decimal)plan["goals"]![0]!["target"]!, (string)plan["periods"]![0]!["due"]!).ShouldBe((12.5m, "2026-07-15"));
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Seguir con el plan" }).ClickAsync();
        await Assertions.Expect(visitor.Text("No hay cambios sin importar.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Draft_OfAPlan_StaysInTheBrowserUntilItIsDiscarded()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/editar");
        await visitor.Text("34. Capacitar a servidoras").ClickAsync();
        var activities = visitor.Region("Actividades");
        await Assertions.Expect(visitor.Text("se puede cambiar, no quitar")).ToBeVisibleAsync();
        await Assertions.Expect(activities.GetByRole(AriaRole.Button, new() { Name = "Quitar" })).ToHaveCountAsync(0);
        await activities.GetByLabel("Suboficina").FillAsync("Bienestar");
        await visitor.Button("Agregar una unidad").ClickAsync();
        await visitor.Page.GetByLabel("Siglas").FillAsync("OTIC");
        await visitor.Region("Unidades").GetByRole(AriaRole.Button, new() { Name = "Quitar" }).ClickAsync();
        await Assertions.Expect(visitor.Text("Se quitó la unidad OTIC")).ToBeVisibleAsync();
        await visitor.Button("Agregar una unidad").ClickAsync();
        await visitor.Page.GetByLabel("Siglas").FillAsync("OGPP");
        await visitor.Button("Deshacer").ClickAsync();
        await Assertions.Expect(visitor.Text("OTIC · sin nombre")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("OGPP · sin nombre")).ToBeVisibleAsync();
        await visitor.Text("OGPP · sin nombre").ClickAsync();
        await visitor.Region("Unidades").GetByRole(AriaRole.Button, new() { Name = "Quitar" }).ClickAsync();

        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Text("Hay cambios sin importar.")).ToBeVisibleAsync();
        await visitor.Text("OTIC · sin nombre").ClickAsync();
        await visitor.Region("Unidades").GetByLabel("Nombre", new() { Exact = true }).FillAsync("Tecnologías");
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Heading("esto cambiaría")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Bienestar").First).ToBeVisibleAsync();
        await visitor.InspectAsync("editar-plan-importado");
        await ImportWhileWritingAsync(visitor, "dryRun=true", "Usted cambió algo mientras se comprobaba", "Comprobar");
        await visitor.Button("Comprobar").ClickAsync();
        await ImportWhileWritingAsync(visitor, "dryRun=false", "no está en el plan: sigue en este equipo", "Importar");
        var stored = (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/file?format=json")).ShouldBeOk();
        ((string)stored["plan"]!["workingGroup"]!).ShouldBe("Comité dryRun=true");

        await visitor.Button("Descartar el borrador").ClickAsync();
        await visitor.Button("Descartarlo").ClickAsync();
        await Assertions.Expect(visitor.Text("No hay cambios sin importar.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("OTIC · sin nombre")).ToHaveCountAsync(0);
    }

    /// <summary>Writes before the server has answered.</summary>
    private static async Task ImportWhileWritingAsync(Visitor visitor, string query, string said, string button)
    {
        var group = visitor.Page.GetByLabel("Grupo de trabajo");
        var address = $"**/import?{query}";
        await visitor.Page.RouteAsync(
            address,
            async route =>
            {
                await group.FillAsync($"Comité {query}");
                await route.ContinueAsync();
            }
        );
        await visitor.Button(button).ClickAsync();
        await Assertions.Expect(visitor.Text(said)).ToBeVisibleAsync();
        await Assertions.Expect(group).ToHaveValueAsync($"Comité {query}");
        await visitor.Page.UnrouteAsync(address);
    }

    [Fact]
    public async Task Download_OfAPlan_HasTheNameOfThePlan()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/editar");

        var download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.Page.GetByRole(AriaRole.Link, new() { Name = "JSON del plan" }).ClickAsync()
        );

        download.SuggestedFilename.ShouldBe("plan-de-prueba.json");
        var content = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        JsonNode.Parse(content)!["activities"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task LargePlan_InANewDraft_IsSearchedAndMovedWithTheKeyboard()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        var file = new PlanFileBuilder().WithActivities(100, 70);
        await app.AddAsync(await PlanAsync(app, file));
        await using var visitor = await DeskApp.ComeAsAsync(chromium, app, $"secretariat {TestPlan.Id}");
        await visitor.Page.GotoAsync("/editar");
        await visitor.Button("Preparar el plan siguiente").ClickAsync();
        await Assertions.Expect(visitor.Text("Su sesión no permite importar el plan")).ToBeVisibleAsync();
        var activities = visitor.Region("Actividades");
        await Assertions.Expect(activities.Locator("li.work")).ToHaveCountAsync(72);

        await visitor.Search("Buscar en Actividades").FillAsync("actividad 101");
        await Assertions.Expect(activities.Locator("li.work:visible")).ToHaveCountAsync(1);
        await activities.Locator("li.work:visible summary").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        var up = activities.GetByRole(AriaRole.Button, new() { Name = "Subir" });
        await Assertions.Expect(up).ToBeVisibleAsync();
        await visitor.TabToAsync(up);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions
            .Expect(activities.Locator("summary", new() { HasText = "100. Actividad 101" }))
            .ToBeVisibleAsync();
        await visitor.Search("Buscar en Metas").FillAsync("actividad 100, 2025");
        await Assertions
            .Expect(visitor.Region("Metas").Locator("summary:visible"))
            .ToContainTextAsync("Actividad 100, 2025");
    }

    [Fact]
    public async Task Reader_OfAPlan_MayDownloadItAndChangesNothing()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsAsync(chromium, app, $"reader {TestPlan.Id}");
        await visitor.Page.GotoAsync($"/editar?plan={TestPlan.Id}");
        await Assertions.Expect(visitor.Text("El plan lo cambia su Secretaría Técnica.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Button("Comprobar")).ToHaveCountAsync(0);

        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Excel del plan" }))
            .ToHaveAttributeAsync("href", $"{AppDriver.Plan()}/file?format=xlsx");
        await visitor.InspectAsync("editar-lectura");
    }

    private static async Task<Plan> PlanAsync(AppDriver app, PlanFileBuilder file)
    {
        using var content = new ByteArrayContent(file.ToCsv());
        content.Headers.ContentType = new("application/zip");
        var other = new PlanId("otro-plan");
        (
            await app.Secretariat(other).SendAsync(HttpMethod.Post, $"{AppDriver.Plan(other)}/import", null, content)
        ).ShouldBeOk();
        var stored = await app.Get<PlansTable>().FindAsync(other, TestContext.Current.CancellationToken);
        return stored.ShouldNotBeNull().Plan with { Id = TestPlan.Id };
    }
}
