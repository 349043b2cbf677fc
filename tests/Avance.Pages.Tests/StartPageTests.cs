using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The pages before an activity is opened.</summary>
public sealed class StartPageTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    /// <summary>Of the first page with all that it loads, as it is sent.</summary>
    private const int MaxBytes = 60 * 1024;

    [Fact]
    public async Task Start_OfAUnit_ShowsPlanPeriodDaysAndActivities()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Page.GotoAsync("/entrar#x");
        await visitor.InspectAsync("entrar");

        await visitor.EnterAsync();

        await Assertions.Expect(visitor.Text("quedan 35 días")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("15 de enero de 2024")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Meta pendiente de 2022")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".work")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.Locator(".work .state")).ToHaveTextAsync(["Por hacer", "Por hacer"]);
        await visitor.InspectAsync("inicio");
    }

    [Fact]
    public async Task Start_OfWhatWasSentReturnedAndAccepted_ShowsTheStateOfEach()
    {
        var plan = new TestPlan().Activity(34).Activity(35).Activity(36).Activity(37).Build();
        await using var app = await FormApp.StartAsync(azurite, plan: plan);
        foreach (var number in new[] { 35, 36, 37 })
        {
            await DeskApp.SendAsync(app, number, 10);
        }

        await ReviewAsync(36, SentProgress.Return(Guid.NewGuid()));
        await ReviewAsync(37, SentProgress.Accept(Guid.NewGuid()));
        await using var visitor = await Visitor.ComeAsync(chromium, app);

        await visitor.EnterAsync();

        await Assertions
            .Expect(visitor.Page.Locator(".work .state"))
            .ToHaveTextAsync(["Por hacer", "Enviado", "Devuelto", "Aceptado"], new() { UseInnerText = true });
        await visitor.InspectAsync("inicio-estados");

        async Task ReviewAsync(int number, object review) =>
            (await app.Secretariat().PostAsync($"{AppDriver.Progress(number)}/review", 1, review)).ShouldBeOk();
    }

    [Fact]
    public async Task Start_WithoutASession_SaysHowToEnter()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);

        await visitor.Page.GotoAsync("/inicio");

        await Assertions.Expect(visitor.Heading("No hay una sesión abierta")).ToBeVisibleAsync();
        await visitor.InspectAsync("inicio-sin-sesion");
    }

    [Theory]
    [InlineData(-11, "El periodo se abre el 1 de diciembre de 2023", "no-abierto")]
    [InlineData(35, "Hoy vence el plazo", "ultimo-dia")]
    [InlineData(36, "El plazo venció", "fuera-de-plazo")]
    [InlineData(60, "El periodo se cerró el 31 de enero de 2024", "cerrado")]
    public async Task Start_AtEachMoment_SaysWhatMayBeDone(int days, string says, string name)
    {
        await using var app = await FormApp.StartAsync(azurite, TestPlan.WhileOpen.AddDays(days));
        await using var visitor = await Visitor.ComeAsync(chromium, app, width: 320, height: 640);

        await visitor.EnterAsync();

        await Assertions.Expect(visitor.Text(says)).ToBeVisibleAsync();
        await visitor.InspectAsync($"inicio-{name}-320");
    }

    [Fact]
    public async Task Start_WithAllThatItLoads_WeighsAtMostSixtyKilobytes()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();
        var requests = new List<IRequest>();
        visitor.Page.RequestFinished += (_, request) => requests.Add(request);
        await using var fresh = await Visitor.ComeAsync(chromium, app);
        await fresh.Context.AddCookiesAsync([.. (await visitor.Context.CookiesAsync()).Select(FromStored)]);
        fresh.Page.RequestFinished += (_, request) => requests.Add(request);

        await fresh.Page.GotoAsync("/inicio", new() { WaitUntil = WaitUntilState.NetworkIdle });

        await Assertions.Expect(fresh.Page.Locator(".work")).ToHaveCountAsync(2);
        var sizes = await Task.WhenAll(requests.Select(request => request.SizesAsync()));
        requests.Count.ShouldBeGreaterThan(8);
        sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize).ShouldBeLessThan(MaxBytes);
    }

    [Fact]
    public async Task Leave_TheSession_EndsIt()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();

        await visitor.Button("Salir").ClickAsync();

        await Assertions.Expect(visitor.Heading("Ha salido")).ToBeVisibleAsync();
        await visitor.InspectAsync("salir");
        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(visitor.Heading("No hay una sesión abierta")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Leave_ASharedComputer_OffersToClearWhatDidNotReachTheServer()
    {
        const string Typed = "Esto no llegó al servidor.";
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.EnterAsync();
        await visitor.Button("Salir").ClickAsync();
        await Assertions.Expect(visitor.Heading("Ha salido")).ToBeVisibleAsync();
        // Nothing to clear.
        await Assertions.Expect(visitor.Button("Borrarlo de este equipo")).ToBeHiddenAsync();
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync("**/progress", LoseAsync);
        await visitor.Page.RouteAsync("**/evidence", LoseAsync);
        await page.Narrative.FillAsync(Typed);
        await Assertions.Expect(page.Status).ToContainTextAsync("Sin conexión con el servidor");
        await page.UploadAsync("lista.csv", ActivityPage.People);
        await Assertions.Expect(page.Sending).ToContainTextAsync("lista.csv");

        // They stay unless somebody says otherwise.
        await LeaveAsync();
        await Assertions.Expect(visitor.Id("kept")).ToContainTextAsync("1 actividad con cambios y 1 archivo");
        await visitor.InspectAsync("salir-equipo-compartido");
        await visitor.EnterAsync();
        await page.GoAsync();
        await Assertions.Expect(page.Narrative).ToHaveValueAsync(Typed);
        await Assertions.Expect(page.Sending).ToContainTextAsync("lista.csv");

        await LeaveAsync();
        await visitor.Button("Borrarlo de este equipo").ClickAsync();
        await Assertions.Expect(visitor.Id("cleared")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Button("Borrarlo de este equipo")).ToBeHiddenAsync();
        await visitor.EnterAsync();
        await page.GoAsync();

        await Assertions.Expect(page.Narrative).ToHaveValueAsync("");
        await Assertions.Expect(visitor.Text("lista.csv")).ToHaveCountAsync(0);

        // What is read arrives; what is sent does not.
        static Task LoseAsync(IRoute route) =>
            route.Request.Method == "GET" ? route.ContinueAsync() : route.AbortAsync();

        async Task LeaveAsync()
        {
            await visitor.Button("Salir").ClickAsync();
            await Assertions.Expect(visitor.Heading("Ha salido")).ToBeVisibleAsync();
        }
    }

    private static Cookie FromStored(BrowserContextCookiesResult cookie) =>
        new()
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
        };
}
