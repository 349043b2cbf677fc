using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What a unit does from its first visit on.</summary>
public sealed class JourneyTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Activity_FromTheFirstVisit_EndsInAReceiptWithTheHashesOfItsFiles()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "34. Capacitar" }).ClickAsync();
        var page = new ActivityPage(visitor, 34);
        await Assertions.Expect(visitor.Heading("Qué se pide")).ToBeVisibleAsync();
        await visitor.InspectAsync("actividad-vacia");

        await page.Executed(2022).FillAsync("75");
        await Assertions.Expect(page.Goal(2022)).ToContainTextAsync("107.1 % de la meta: la superó");
        await page.Executed().FillAsync("57.5");
        await Assertions.Expect(page.Goal()).ToContainTextAsync("57.5 % de la meta: quedó por debajo");
        await Assertions.Expect(visitor.Text("diga qué problema hubo y qué acción de mejora")).ToBeVisibleAsync();
        await page.Narrative.FillAsync("Se dictó la capacitación en agosto.");
        var document = visitor.Page.GetByLabel("Documento 1");
        await document.FillAsync("INFORME N° D000149");
        await Assertions.Expect(visitor.Text("Falta el año y las siglas de la oficina")).ToBeVisibleAsync();
        await document.FillAsync("INFORME N° D000149-2023-MIMP-OGRH");
        await Assertions.Expect(visitor.Text("Falta el año")).ToHaveCountAsync(0);
        await visitor.Page.GetByLabel("Problemas").FillAsync("Hubo rotación del personal.");
        await visitor.Page.GetByLabel("Acciones de mejora").FillAsync("Se repetirá en marzo.");
        await page.UploadAsync("lista.csv", ActivityPage.People);
        await Assertions
            .Expect(page.File("lista.csv"))
            .ToContainTextAsync("lista: 2 mujeres, 1 hombre", new() { Timeout = 40_000 });
        await page.SavedAsync();
        await visitor.InspectAsync("actividad-llena");

        await page.Send.ClickAsync();
        await Assertions.Expect(visitor.Heading("Revise antes de enviar")).ToBeVisibleAsync();
        await visitor.InspectAsync("actividad-resumen");
        await visitor.Button("Enviar").ClickAsync();
        await page.ArrivedAsync();

        await Assertions.Expect(visitor.Text("2023-II-034-000")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("code")).ToHaveTextAsync(Sha256(ActivityPage.People));
        await visitor.InspectAsync("constancia");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.PhotographAsync("constancia-impresa");
        (await page.ProgressAsync(app)).State.ShouldBe("submitted");
    }

    [Fact]
    public async Task Files_DroppedWithTheMouse_Arrive()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var zone = visitor.Page.Locator(".drop");
        var folder = Directory.CreateTempSubdirectory("avance-drop-");
        try
        {
            string[] files =
            [
                .. new[] { "lista.csv", "informe.txt" }.Select(name => Path.Combine(folder.FullName, name)),
            ];
            await File.WriteAllTextAsync(files[0], ActivityPage.People, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(files[1], "INFORME N° 149", TestContext.Current.CancellationToken);

            await visitor.DragAsync(zone, files, drops: false);
            await Assertions.Expect(zone).ToHaveClassAsync("drop over");
            await visitor.InspectAsync("archivo-sobre-la-zona");
            await visitor.DragAsync(zone, files);

            await Assertions.Expect(zone).ToHaveClassAsync("drop");
            await Assertions.Expect(page.File("lista.csv")).ToBeVisibleAsync();
            await Assertions.Expect(page.File("informe.txt")).ToBeVisibleAsync();
            await Assertions.Expect(page.Received.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("new File(['x'], 'x.pdf')", false)]
    [InlineData("'texto', 'text/plain'", true)]
    public async Task Drop_BesideTheZone_IsLeftToTheBrowserOnlyIfItIsNoFile(string dropped, bool left)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await ActivityPage.OpenAsync(visitor);

        var isLeft = await visitor.Page.EvaluateAsync<bool>(
            $$"""
            () => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add({{dropped}});
              return document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            }
            """
        );

        isLeft.ShouldBe(left);
    }

    [Fact]
    public async Task Activity_OnceSent_IsReadOnlyAndItsFindingsMayBeExplained()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await page.Executed().FillAsync("5");
        await page.SendAsync();
        await page.ArrivedAsync();

        await page.GoAsync();

        await Assertions.Expect(visitor.Text("Está enviada.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Executed()).ToHaveCountAsync(0);
        await Assertions.Expect(page.Send).ToHaveCountAsync(0);
        var findings = visitor.Page.Locator("#findings li");
        await Assertions.Expect(findings).Not.ToHaveCountAsync(0, new() { Timeout = 40_000 });
        await visitor.InspectAsync("actividad-enviada");
        var first = findings.First;
        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(visitor.Text("Por explicar:")).ToBeVisibleAsync();
        await visitor.InspectAsync("inicio-por-explicar");
        await visitor.Page.Locator("main a[href$='#findings']").First.ClickAsync();

        await first.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(first.Locator(".error")).ToBeVisibleAsync();
        await first.GetByLabel("Su explicación").FillAsync("El informe se emitirá en enero, al cierre del año.");
        await first.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(first).ToContainTextAsync("Explicada: El informe se emitirá");
        await visitor.InspectAsync("actividad-explicada");
    }

    [Fact]
    public async Task Activity_Returned_ShowsTheObservationAndIsSentAgain()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        (
            await app.Reporter().PutAsync(AppDriver.Progress(35), 0, SentProgress.Submission(Guid.NewGuid()))
        ).ShouldBeOk();
        (
            await app.Secretariat()
                .PostAsync($"{AppDriver.Progress(35)}/review", 1, SentProgress.Return(Guid.NewGuid()))
        ).ShouldBeOk();
        await visitor.EnterAsync();
        await Assertions.Expect(visitor.Text("Devuelto")).ToBeVisibleAsync();
        var page = new ActivityPage(visitor, 35);

        await page.GoAsync();
        await Assertions.Expect(visitor.Text("Adjunte la lista de asistencia por sexo.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Executed()).ToHaveValueAsync("10");
        await visitor.InspectAsync("actividad-devuelta");
        await page.Narrative.FillAsync("Se corrigió lo observado.");
        await page.SendAsync();
        await page.ArrivedAsync();

        await Assertions.Expect(visitor.Text("Se recibió otra vez")).ToBeVisibleAsync();
        (await page.ProgressAsync(app)).State.ShouldBe("resubmitted");
        (
            await app.Secretariat()
                .PostAsync(
                    $"{AppDriver.Progress(35)}/review",
                    (await page.ProgressAsync(app)).Version,
                    SentProgress.Accept(Guid.NewGuid())
                )
        ).ShouldBeOk();
        await page.GoAsync();
        await Assertions.Expect(visitor.Text("La Secretaría Técnica la aceptó.")).ToBeVisibleAsync();
        await visitor.Page.GotoAsync("/actividades/35/constancia");
        await Assertions.Expect(visitor.Text("Se recibió otra vez")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Activity_WithoutANumber_AsksForTheReason()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);

        await page.Goal().GetByLabel("Qué pasó con la meta").SelectOptionAsync("notQuantified");
        await Assertions.Expect(page.Executed()).ToBeHiddenAsync();
        await page.Send.ClickAsync();
        await Assertions.Expect(page.Summary).ToContainTextAsync("Diga por qué no hay una cantidad");
        await page.Goal().GetByLabel("Por qué no hay una cantidad").FillAsync("El sistema no registra asistentes.");
        await page.SendAsync();
        await page.ArrivedAsync();

        await Assertions.Expect(visitor.Text("El sistema no registra asistentes.")).ToBeVisibleAsync();
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))
        );
}
