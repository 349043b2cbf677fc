using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>Sessions that end while somebody writes, and activities that two people write.</summary>
public sealed class SessionTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const string Typed = "Esto se escribió cuando la sesión ya había terminado.";

    [Fact]
    public async Task Session_ThatEndsWhileSomebodyWrites_LosesNothing()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        app.Clock.Advance(TimeSpan.FromHours(13));

        await page.Narrative.FillAsync(Typed);
        await Assertions.Expect(visitor.Id("ended")).ToContainTextAsync("Su sesión terminó");
        await visitor.InspectAsync("sesion-terminada");
        await visitor.EnterAsync();
        await Assertions.Expect(visitor.Text("En este equipo hay cambios")).ToBeVisibleAsync();
        await page.GoAsync();

        await Assertions.Expect(page.Narrative).ToHaveValueAsync(Typed);
        await page.SavedAsync();
        (await page.ProgressAsync(app)).ShouldBeOk().Text.ShouldContain(Typed);
    }

    [Fact]
    public async Task Session_OpenedAgainInAnotherWindow_GoesOnInThisOne()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        app.Clock.Advance(TimeSpan.FromHours(13));
        await page.Narrative.FillAsync(Typed);
        await page.UploadAsync("lista.csv", ActivityPage.People);
        await Assertions.Expect(visitor.Id("ended")).ToBeVisibleAsync();
        await Assertions.Expect(page.Sending).ToContainTextAsync("La sesión terminó");

        await visitor.EnterInAnotherWindowAsync();
        await visitor.ComeBackAsync();

        await page.SavedAsync();
        await Assertions.Expect(visitor.Id("ended")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Received).ToContainTextAsync("lista.csv");
    }

    [Fact]
    public async Task Send_WhenTheSessionHasEnded_IsSentOnceItIsOpenAgain()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await page.Executed().FillAsync("10");
        await page.SavedAsync();
        app.Clock.Advance(TimeSpan.FromHours(13));
        await page.SendAsync();
        await Assertions.Expect(visitor.Id("ended")).ToBeVisibleAsync();

        await visitor.EnterInAnotherWindowAsync();
        await visitor.ComeBackAsync();
        await visitor.Button("Volver a intentar").ClickAsync();
        await page.ArrivedAsync();

        (await page.ProgressAsync(app)).State.ShouldBe("submitted");
    }

    [Fact]
    public async Task Activity_WrittenByTwo_ShowsBothAndKeepsWhatIsChosen()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var ana = await Visitor.ComeAsync(chromium, app);
        await using var luis = await Visitor.ComeAsync(chromium, app, width: 320, height: 640);
        var first = await ActivityPage.OpenAsync(ana);
        var second = await ActivityPage.OpenAsync(luis);
        await first.Narrative.FillAsync("Lo que escribió Ana.");
        await first.Executed().FillAsync("7");
        await first.SavedAsync();

        await second.Narrative.FillAsync("Lo que escribió Luis.");
        var dialog = luis.Page.GetByRole(AriaRole.Dialog, new() { Name = "Otra persona guardó cambios" });
        await Assertions.Expect(dialog).ToContainTextAsync("Lo que escribió Ana.");
        await Assertions.Expect(dialog).ToContainTextAsync("Lo que escribió Luis.");
        await luis.InspectAsync("dos-personas-320");
        await luis.Button("Guardar lo elegido").ClickAsync();

        await second.SavedAsync();
        // Only Ana gave a figure: it is proposed, and stays.
        await Assertions.Expect(second.Executed()).ToHaveValueAsync("7");
        var saved = (await second.ProgressAsync(app)).ShouldBeOk();
        ((string)saved["content"]!["narrative"]!).ShouldBe("Lo que escribió Luis.");
        ((decimal)saved["content"]!["goals"]![0]!["executed"]!).ShouldBe(7);
    }

    [Fact]
    public async Task Activity_WrittenByTwo_MayBeLeftAsTheOtherOneWroteIt()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var ana = await Visitor.ComeAsync(chromium, app);
        await using var luis = await Visitor.ComeAsync(chromium, app);
        var first = await ActivityPage.OpenAsync(ana);
        var second = await ActivityPage.OpenAsync(luis);
        await first.Narrative.FillAsync("Lo que escribió Ana.");
        await first.SavedAsync();
        await second.Narrative.FillAsync("Lo que escribió Luis.");

        await luis.Button("Quedarme con todo lo de la otra persona").ClickAsync();

        await Assertions.Expect(second.Narrative).ToHaveValueAsync("Lo que escribió Ana.");
        await second.Narrative.FillAsync("Lo que escribió Ana. Y algo más.");
        await second.SavedAsync();
    }

    [Fact]
    public async Task Activity_SentByOneWhileAnotherWrites_BecomesReadOnly()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var ana = await Visitor.ComeAsync(chromium, app);
        await using var luis = await Visitor.ComeAsync(chromium, app);
        var first = await ActivityPage.OpenAsync(ana);
        var second = await ActivityPage.OpenAsync(luis);
        await first.Executed().FillAsync("10");
        await first.SendAsync();
        await first.ArrivedAsync();

        await second.Narrative.FillAsync("Lo que escribió Luis.");
        await Assertions.Expect(luis.Heading("Otra persona envió esta actividad")).ToBeVisibleAsync();
        await luis.InspectAsync("enviada-por-otra-persona");
        await luis.Button("Ver lo enviado y descartar lo mío").ClickAsync();

        await Assertions.Expect(luis.Text("Está enviada.")).ToBeVisibleAsync();
        await Assertions.Expect(second.Send).ToHaveCountAsync(0);
    }
}
