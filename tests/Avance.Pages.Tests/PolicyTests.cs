using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>A body reports the indicators of a policy, and the secretariat looks at them.</summary>
public sealed class PolicyTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Indicators_OfABody_AreReportedWithTheirSourceAndShownByObjective()
    {
        await using var app = await PolicyApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor, 34);
        foreach (var text in new[] { "OP.01 Reducir la violencia", "Se espera que baje", "8.8, inferida", "2030: 7.7" })
        {
            await Assertions.Expect(visitor.Page.Locator("dl.facts")).ToContainTextAsync(text);
        }

        var value = page.Goal().GetByLabel("Valor obtenido");
        await value.FillAsync("8.3");
        await Assertions.Expect(page.Goal()).ToContainTextAsync("50 %: no cumplido.");
        await value.FillAsync("7.6");
        await Assertions
            .Expect(page.Goal())
            .ToContainTextAsync("120 %: cumplido. Ya superó el logro esperado de 2030.");
        var source = visitor.Page.GetByLabel("Fuente");
        await Assertions.Expect(source).ToHaveValueAsync("ENDES");
        await source.FillAsync("");
        await page.Send.ClickAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Alert).First)
            .ToContainTextAsync("de dónde sale el valor");
        await source.FillAsync("ENDES 2023");
        await page.UploadAsync("reporte.txt", "Reporte de la fuente");
        await Assertions.Expect(page.File("reporte.txt")).ToBeVisibleAsync();
        await page.SavedAsync();
        await visitor.InspectAsync("indicador-lleno");
        await page.SendAsync();
        await page.ArrivedAsync();
        await Assertions.Expect(visitor.Text("Fuente: ENDES 2023")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("del indicador IOP.01.01")).ToBeVisibleAsync();

        page = new ActivityPage(visitor, 35);
        await page.GoAsync();
        await visitor.Page.GetByLabel("Información del indicador").SelectOptionAsync("sourceNotProduced");
        await visitor.Page.GetByLabel("Por qué no hay un valor").FillAsync("La encuesta no se realizó en 2023.");
        await visitor.Page.GetByLabel("Medidas adoptadas").FillAsync("Se programó para 2024.");
        await page.SendAsync();
        await page.ArrivedAsync();
        await Assertions
            .Expect(visitor.Text("La fuente no se produjo este año. La encuesta no se realizó en 2023."))
            .ToBeVisibleAsync();

        await using var desk = await DeskApp.ComeAsync(chromium, app, "/revision?actividad=34");
        await Assertions
            .Expect(desk.Page.Locator("dl.sent"))
            .ToContainTextAsync("Se obtuvo 7.6; se esperaba 7.8. 120 %: cumplido.");
        await Assertions.Expect(desk.Page.Locator("dl.sent")).ToContainTextAsync("ENDES 2023");
        await desk.Page.GotoAsync("/inicio");
        var table = desk.Page.GetByRole(AriaRole.Table, new() { Name = "Indicadores por objetivo" });
        await Assertions.Expect(table).ToContainTextAsync("OP.01 Reducir la violencia");
        await Assertions.Expect(desk.Page.Locator(".tiles")).ToContainTextAsync("1 de 2");
        await Assertions.Expect(desk.Page.Locator("main")).Not.ToContainTextAsync("Cumplimiento por unidad");
        await desk.InspectAsync("mesa-politica");
    }

    [Fact]
    public async Task Versions_OfAnIndicator_StandWithTheirSources()
    {
        await using var app = await PolicyApp.StartAsync(azurite);
        await SendAsync(app, 0, "ENDES 2022");
        (
            await app.Secretariat()
                .PostAsync($"{AppDriver.Progress(34)}/review", 1, SentProgress.Return(Guid.NewGuid()))
        ).ShouldBeOk();
        await SendAsync(app, 2, "ENDES 2023");

        await using var desk = await DeskApp.ComeAsync(chromium, app, "/revision?actividad=34");

        await Assertions
            .Expect(desk.Page.Locator(".claim ol > li"))
            .ToContainTextAsync(["Fuente: ENDES 2022", "Devuelta", "Fuente: ENDES 2023"]);
        await Assertions.Expect(desk.Text("Fuente: ENDES 2022")).ToHaveCountAsync(1);
    }

    private static async Task SendAsync(AppDriver app, int version, string source) =>
        (
            await app.Reporter()
                .PutAsync(
                    AppDriver.Progress(34),
                    version,
                    new
                    {
                        submissionId = Guid.NewGuid(),
                        action = "submit",
                        goals = new[]
                        {
                            new
                            {
                                year = 2023,
                                outcome = "reported",
                                executed = 7.6,
                            },
                        },
                        narrative = "Se tiene el valor.",
                        source,
                    }
                )
        ).ShouldBeOk();

    [Fact]
    public async Task Amendments_OfAPolicy_ApproveAProtocolAndChangeATarget()
    {
        await using var app = await PolicyApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/enmiendas");
        await AmendAsync(visitor, "approveProtocol", ("service", "S.01"), ("date", "2023-11-30"));
        await Assertions
            .Expect(visitor.Page.Locator(".box.good"))
            .ToContainTextAsync("El protocolo del servicio S.01 rige desde el 30 de noviembre de 2023.");
        await AmendAsync(visitor, "changeTarget", ("activity", "36"), ("year", "2023"), ("target", "45.5"));
        await Assertions
            .Expect(visitor.Page.Locator(".box.good"))
            .ToContainTextAsync("Lo programado para 2023 en la actividad 36 pasa a 45.5.");

        await visitor.Page.GotoAsync("/inicio");
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Indicadores por objetivo" }))
            .ToContainTextAsync("S.01 Servicio: Atención en centros");
    }

    private static async Task AmendAsync(Visitor visitor, string kind, params (string Name, string Value)[] values)
    {
        await visitor.Page.GetByLabel("Qué cambia").SelectOptionAsync(kind);
        foreach (var (name, value) in values)
        {
            var field = visitor.Page.Locator($"#field-{name}");
            await (
                await field.EvaluateAsync<string>("field => field.tagName") == "SELECT"
                    ? field.SelectOptionAsync(value)
                    : field.FillAsync(value)
            );
        }

        await visitor.Page.GetByLabel("Motivo").FillAsync("Lo acordó la comisión en su sesión.");
        await visitor.Page.GetByLabel("Norma o acta").FillAsync("RM N° 300-2023");
        await visitor.Button("Guardar la enmienda").ClickAsync();
        await visitor.Button("Enmendar").ClickAsync();
    }
}
