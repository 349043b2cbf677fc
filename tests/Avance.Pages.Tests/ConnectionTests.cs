using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>Connections that are slow, or break, or take the answer with them.</summary>
public sealed class ConnectionTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const string Typed = "Esto se escribió sin conexión.";

    [Fact]
    public async Task Upload_CutInTheMiddle_IsSentAgainAndMakesNoCopy()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.SlowDownAsync(uploadBytesASecond: 200_000);

        await page.UploadAsync("informe.txt", new string('x', 2_000_000));
        await Assertions.Expect(page.Sending).ToContainTextAsync("Enviando: ");
        await Assertions.Expect(page.Sending).Not.ToContainTextAsync("Enviando: 0 %");
        await visitor.InspectAsync("archivo-enviandose");
        await visitor.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");
        await Assertions.Expect(visitor.Id("offline")).ToBeVisibleAsync();
        await visitor.InspectAsync("archivo-sin-conexion");
        await page.Send.ClickAsync();
        await Assertions.Expect(visitor.Text("1 archivo no ha terminado de enviarse")).ToBeVisibleAsync();
        await visitor.SlowDownAsync(uploadBytesASecond: -1);
        await visitor.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Received).ToContainTextAsync("informe.txt");
        await Assertions.Expect(visitor.Id("offline")).ToHaveCountAsync(0);
        (await FilesAsync(app)).ShouldBe(["informe.txt"]);
    }

    [Fact]
    public async Task Upload_WhoseAnswerIsLost_MakesNoCopy()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var lost = 0;
        await visitor.Page.RouteAsync(
            "**/evidence",
            async route =>
            {
                if (route.Request.Method == "POST" && lost++ == 0)
                {
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                    return;
                }

                await route.ContinueAsync();
            }
        );

        await page.UploadAsync("lista.csv", ActivityPage.People);
        await visitor.Button("Reintentar ahora: lista.csv").ClickAsync();

        await Assertions.Expect(page.Received).ToContainTextAsync("lista.csv");
        lost.ShouldBe(2);
        (await FilesAsync(app)).ShouldBe(["lista.csv"]);
    }

    [Fact]
    public async Task Upload_WhenThePageIsClosedMeanwhile_GoesOnAtTheNextVisit()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Context.SetOfflineAsync(true);
        await page.UploadAsync("lista.csv", ActivityPage.People);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");

        await visitor.Context.SetOfflineAsync(false);
        await page.GoAsync();

        await Assertions.Expect(page.Received).ToContainTextAsync("lista.csv");
        (await FilesAsync(app)).ShouldBe(["lista.csv"]);
    }

    [Fact]
    public async Task Draft_WrittenWithoutAConnection_IsSavedWhenItIsBack()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Context.SetOfflineAsync(true);

        await page.Narrative.FillAsync(Typed);
        await Assertions.Expect(page.Status).ToContainTextAsync("Sin conexión con el servidor");
        await visitor.InspectAsync("actividad-sin-conexion");
        await visitor.Context.SetOfflineAsync(false);

        await page.SavedAsync();
        (await page.ProgressAsync(app)).ShouldBeOk().Text.ShouldContain(Typed);
    }

    [Fact]
    public async Task Draft_LeftWithoutAConnection_IsThereAtTheNextVisit()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync("**/progress", route => route.AbortAsync());
        await page.Narrative.FillAsync(Typed);
        await page.Executed().FillAsync("8");
        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(visitor.Text("En este equipo hay cambios")).ToBeVisibleAsync();
        await visitor.InspectAsync("inicio-cambios-en-el-equipo");
        await visitor.Page.UnrouteAllAsync();

        await page.GoAsync();

        await Assertions.Expect(visitor.Text("Se recuperó lo que había escrito")).ToBeVisibleAsync();
        await Assertions.Expect(page.Narrative).ToHaveValueAsync(Typed);
        await page.SavedAsync();
        (await page.ProgressAsync(app)).ShouldBeOk().Text.ShouldContain(Typed);
        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(visitor.Text("Borrador")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("En este equipo hay cambios")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Draft_WhoseAnswerIsLost_IsGoneOnWith()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var lost = await LoseAnswersAsync(visitor.Page, "draft");
        await page.Narrative.FillAsync("Una parte.");
        await Assertions.Expect(page.Status).ToContainTextAsync("Sin conexión con el servidor");
        await page.Narrative.FillAsync("Una parte y otra.");
        await visitor.Page.UnrouteAllAsync();

        await page.SavedAsync();

        lost().ShouldBeGreaterThan(0);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        (await page.ProgressAsync(app)).ShouldBeOk().Text.ShouldContain("Una parte y otra.");
    }

    [Fact]
    public async Task Send_WhoseAnswerIsLost_BringsTheReceiptOfThen()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await page.Executed().FillAsync("10");
        await page.SavedAsync();
        await LoseAnswersAsync(visitor.Page, "submit");
        await page.SendAsync();
        await Assertions.Expect(visitor.Heading("No hay conexión")).ToBeVisibleAsync();
        await Assertions.Expect(page.Send).ToBeHiddenAsync();
        await visitor.InspectAsync("envio-sin-respuesta");
        await visitor.Page.UnrouteAllAsync();

        await visitor.Button("Volver a intentar").ClickAsync();
        await page.ArrivedAsync();

        await Assertions.Expect(visitor.Text("2023-II-035-0002")).ToBeVisibleAsync();
        (await page.ProgressAsync(app)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Send_ThatNeverArrivedAndWasLeft_IsFinishedAtTheNextVisit()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await page.Executed().FillAsync("10");
        await page.SavedAsync();
        await visitor.Context.SetOfflineAsync(true);
        await page.SendAsync();
        await Assertions.Expect(visitor.Heading("No hay conexión")).ToBeVisibleAsync();
        await visitor.Context.SetOfflineAsync(false);

        await page.GoAsync();
        await Assertions.Expect(visitor.Heading("Falta saber si su envío llegó")).ToBeVisibleAsync();
        await visitor.InspectAsync("envio-por-comprobar");
        await visitor.Button("Comprobar").ClickAsync();
        await page.ArrivedAsync();

        (await page.ProgressAsync(app)).State.ShouldBe("submitted");
    }

    [Fact]
    public async Task Page_ThatCannotBeLoaded_IsLoadedWhenAskedAgain()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();
        await visitor.Page.RouteAsync("**/work", route => route.FulfillAsync(new() { Status = 503 }));
        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(visitor.Heading("Algo falló")).ToBeVisibleAsync();
        await visitor.InspectAsync("inicio-servidor-caido");
        await visitor.Page.UnrouteAllAsync();

        await visitor.Button("Volver a intentar").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".work")).ToHaveCountAsync(2);
    }

    /// <summary>What the page asks for happens; it never learns of it.</summary>
    private static async Task<Func<int>> LoseAnswersAsync(IPage page, string action)
    {
        var lost = 0;
        await page.RouteAsync(
            "**/progress",
            async route =>
            {
                if (route.Request.PostData?.Contains($"\"action\":\"{action}\"", StringComparison.Ordinal) == true)
                {
                    lost++;
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                    return;
                }

                await route.ContinueAsync();
            }
        );
        return () => lost;
    }

    private static async Task<IEnumerable<string>> FilesAsync(AppDriver app) =>
        (
            await app.Reporter()
                .GetAsync(AppDriver.Progress(35).Replace("progress", "evidence", StringComparison.Ordinal))
        )
            .ShouldBeOk()
            .Json.AsArray()
            .Select(file => (string)file!["name"]!);
}
