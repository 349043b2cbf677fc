using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>A body delivers the products of a work plan, or says why not.</summary>
public sealed class WorkPlanTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Products_OfABody_AreDeliveredWithADocumentOrNotWithAReason()
    {
        await using var app = await WorkPlanApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor, 34);
        var outcome = visitor.Page.GetByLabel("Qué pasó con el producto");
        (await outcome.Locator("option").AllTextContentsAsync()).ShouldBe(["Se entregó", "No se entregó"]);
        await Assertions.Expect(visitor.Page.GetByLabel("Cantidad ejecutada")).ToBeHiddenAsync();
        await page.Narrative.FillAsync("Se publicó la norma.");
        await page.SendAsync();
        await Assertions.Expect(page.Summary).ToContainTextAsync("Indique el documento");
        await visitor.Page.GetByLabel("Documento 1").FillAsync("RM N° 150-2023-MIMP");
        await page.SendAsync();
        await page.ArrivedAsync();
        await Assertions.Expect(visitor.Text("Se entregó.")).ToBeVisibleAsync();

        page = new ActivityPage(visitor, 35);
        await page.GoAsync();
        await outcome.SelectOptionAsync("notReported");
        await page.Send.ClickAsync();
        await Assertions.Expect(page.Summary).ToContainTextAsync("Diga por qué no se entregó.");
        await visitor.Page.GetByLabel("Por qué no se entregó").FillAsync("Se aprueba en febrero.");
        await visitor.InspectAsync("entrega");
        await page.SendAsync();
        await page.ArrivedAsync();
        await Assertions.Expect(visitor.Text("No se entregó. Se aprueba en febrero.")).ToBeVisibleAsync();

        await using var desk = await DeskApp.ComeAsync(chromium, app, "/enmiendas?tipo=rescheduleProduct");
        await desk.Page.GetByLabel("Producto", new() { Exact = true }).SelectOptionAsync("2");
        await desk.Page.GetByLabel("Semestres").FillAsync("2023-I; 2023-II");
        await desk.Page.GetByLabel("Motivo").FillAsync("Se presenta también en julio");
        await desk.Page.GetByLabel("Norma o acta que lo sustenta").FillAsync("Acta 003-2023-CONAIG");
        await desk.Button("Guardar la enmienda").ClickAsync();
        await desk.Button("Enmendar").ClickAsync();
        await Assertions
            .Expect(desk.Page.Locator(".box.good"))
            .ToContainTextAsync("El producto 2 se entrega en estos semestres: 2023-I, 2023-II.");
    }

    [Fact]
    public async Task Deliveries_OnTheDesk_StandByBodyAndProduct()
    {
        await using var app = await WorkPlanApp.StartAsync(azurite);
        await DeskApp.SendAsync(app, 34, 1);
        app.Clock.SetUtcNow(TestPlan.Due.AddDays(2));
        await DeskApp.SendAsync(app, 36, 1);
        await using var desk = await DeskApp.ComeAsync(chromium, app);
        var matrix = desk.Page.GetByRole(
            AriaRole.Table,
            new() { Name = "Entregas del periodo por entidad y producto" }
        );

        await Assertions
            .Expect(matrix.GetByRole(AriaRole.Row))
            .ToContainTextAsync(["N° 1 Norma", "DTEG", "OGRH", "Total"]);
        await ShouldReadAsync("DTEG", "✓ Entregó fuera de plazo", "No debe", "1 de 1");
        await ShouldReadAsync("OGRH", "✓ Entregó", "○ No entregó", "1 de 2");
        await ShouldReadAsync("Total", "2 de 2", "0 de 1", "2 de 3");
        await Assertions.Expect(desk.Page.Locator(".tiles")).ToContainTextAsync("1 fuera de plazo");
        await Assertions.Expect(desk.Page.Locator("main")).Not.ToContainTextAsync("Cumplimiento por unidad");
        await desk.InspectAsync("mesa-entregas");
        await desk.Page.SetViewportSizeAsync(360, 800);
        await desk.TabToAsync(desk.Region("Entregas del periodo por entidad y producto"));
        await desk.InspectAsync("mesa-entregas-movil");

        await desk.Page.GetByLabel("Unidad", new() { Exact = true }).SelectOptionAsync("DTEG");
        await Assertions.Expect(matrix).Not.ToContainTextAsync("OGRH");
        await Assertions.Expect(matrix).Not.ToContainTextAsync("Informe anual");
        await matrix.GetByRole(AriaRole.Link, new() { Name = "DTEG, producto 1" }).ClickAsync();
        await Assertions.Expect(desk.Heading("36. Actividad 36")).ToBeVisibleAsync();

        Task ShouldReadAsync(string head, params string[] cells) =>
            Assertions
                .Expect(
                    matrix
                        .GetByRole(AriaRole.Row)
                        .Filter(
                            new() { Has = desk.Page.GetByRole(AriaRole.Rowheader, new() { Name = head, Exact = true }) }
                        )
                        .GetByRole(AriaRole.Cell)
                )
                .ToContainTextAsync(cells);
    }
}
