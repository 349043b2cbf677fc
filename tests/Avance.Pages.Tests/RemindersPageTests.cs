using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The secretariat's page of reminders.</summary>
public sealed class RemindersPageTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const string Address = "/recordatorios";

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Reminders_OfAPeriod_ShowWhatIsNextAndWhatBecameOfEachMail(int width)
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await RemindersApp.MeetFatesAsync(app);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address, width);

        var next = Table(visitor, "Unidades que deben algo");
        await Assertions.Expect(next).ToContainTextAsync("1 día antes del plazo, 12 de enero de 2024");
        await Assertions.Expect(Row(next, "OTIC")).ToContainTextAsync("No tiene contactos");
        await Assertions.Expect(Row(next, "OGRH")).ToContainTextAsync("2 actividades por enviar");
        var sent = Table(visitor, "Correos");
        await Assertions.Expect(Row(sent, "ana@")).ToContainTextAsync("Devuelto por el servidor");
        await Assertions.Expect(Row(sent, "ana@")).ToContainTextAsync("550 unknown user");
        await Assertions.Expect(Row(sent, "berta@")).ToContainTextAsync("Entregado");
        await Assertions.Expect(Row(sent, "carla@")).ToContainTextAsync("Marcado como no deseado");
        await Assertions.Expect(Row(sent, "dora@")).ToContainTextAsync("No se sabe si salió");
        await Assertions.Expect(Row(sent, "elsa@")).ToContainTextAsync("Enviado");
        await Assertions.Expect(Row(sent, "flor@")).ToContainTextAsync("Rechazado");
        await Assertions.Expect(Row(sent, "gina@")).ToContainTextAsync("En espera");
        await Assertions.Expect(Row(sent, "hilda@")).ToContainTextAsync("Enviándose");
        await Assertions.Expect(Row(sent, "ines@")).ToContainTextAsync("Cancelado");
        await Assertions
            .Expect(visitor.Page.Locator(".box.warn"))
            .ToContainTextAsync("Hacen falta otras 3 direcciones");
        await visitor.InspectAsync($"recordatorios-{width}");

        await visitor.Id("estado").SelectOptionAsync("no-llego");
        await Assertions.Expect(sent.Locator("tbody tr")).ToHaveCountAsync(3);
        await visitor.Id("unidad").SelectOptionAsync("DTEG");
        await Assertions.Expect(sent.Locator("tbody tr")).ToHaveCountAsync(1);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(sent.Locator("tbody tr")).ToHaveCountAsync(1);
        await visitor.Id("estado").SelectOptionAsync("no-se-sabe");
        await Assertions.Expect(visitor.Text("Ningún correo cumple con los filtros")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Stage_WithTheKeyboardAlone_IsPausedWithAReasonAndResumed(int width)
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address, width);
        var keyboard = visitor.Page.Keyboard;
        var stage = Row(Table(visitor, "Etapas del periodo"), "1 día antes del plazo");
        await Assertions.Expect(stage).ToContainTextAsync("Sale en su día");

        await visitor.TabToAsync(stage.Locator("summary"));
        await keyboard.PressAsync("Enter");
        await visitor.TabToAsync(stage.GetByRole(AriaRole.Button));
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(stage.GetByLabel("Motivo")).ToBeFocusedAsync();
        await Assertions.Expect(stage.Locator(".error")).ToContainTextAsync("diga por qué");
        await visitor.InspectAsync($"recordatorios-detener-{width}");
        await keyboard.TypeAsync("Se corrige la lista de contactos.");
        await visitor.TabToAsync(stage.GetByRole(AriaRole.Button));
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(stage).ToContainTextAsync("Detenida");
        await Assertions.Expect(stage).ToContainTextAsync("Se corrige la lista de contactos.");
        await Assertions.Expect(stage.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await visitor.InspectAsync($"recordatorios-detenida-{width}");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(stage).ToContainTextAsync("Sale en su día");
        await Assertions.Expect(stage.Locator("summary")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Reminder_OfAUnit_IsReadAndSentNow(int width)
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address, width);
        var next = Row(Table(visitor, "Unidades que deben algo"), "DTEG");

        await next.GetByRole(AriaRole.Button, new() { Name = "Leer el texto" }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("faltan 7 días (DTEG)");
        await Assertions.Expect(dialog).ToContainTextAsync("Actividad 36");
        await visitor.InspectAsync($"recordatorios-texto-{width}");
        await visitor.Button("Cerrar").ClickAsync();
        await next.GetByRole(AriaRole.Button, new() { Name = "Enviar ahora" }).ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("gina@entidad.example");
        await visitor.InspectAsync($"recordatorios-enviar-{width}");
        await visitor.Button("Enviar ahora").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".box.good")).ToContainTextAsync("sale en unos minutos");
        var sent = Table(visitor, "Correos");
        await Assertions.Expect(Row(sent, "gina@")).ToContainTextAsync("A pedido");
        await Assertions.Expect(sent.Locator("tbody tr")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Reminder_WhoseAnswerIsLost_IsSentOnce()
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address);
        var lost = 0;
        await visitor.Page.RouteAsync(
            "**/reminders/send",
            async route =>
            {
                // The page asks three times by itself.
                if (lost++ < 3)
                {
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                    return;
                }

                await route.ContinueAsync();
            }
        );
        var button = Row(Table(visitor, "Unidades que deben algo"), "DTEG")
            .GetByRole(AriaRole.Button, new() { Name = "Enviar ahora" });

        await button.ClickAsync();
        await visitor.Button("Enviar ahora").ClickAsync();
        await Assertions.Expect(visitor.Heading("No hay conexión")).ToBeVisibleAsync();
        await visitor.InspectAsync("recordatorios-sin-conexion");
        await button.ClickAsync();
        await visitor.Button("Enviar ahora").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".box.good")).ToContainTextAsync("sale en unos minutos");
        await Assertions.Expect(Table(visitor, "Correos").Locator("tbody tr")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Reminder_OfAUnitThatHasSentAllMeanwhile_IsNotSent()
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address);
        var button = Row(Table(visitor, "Unidades que deben algo"), "DTEG")
            .GetByRole(AriaRole.Button, new() { Name = "Enviar ahora" });
        await Assertions.Expect(button).ToBeVisibleAsync();
        await DeskApp.SendAsync(app, 36, 10);

        await button.ClickAsync();
        await visitor.Button("Enviar ahora").ClickAsync();

        await Assertions.Expect(visitor.Heading("No hay nada que recordar")).ToBeVisibleAsync();
        await visitor.InspectAsync("recordatorios-nada-que-recordar");
    }

    [Fact]
    public async Task Mail_ThatCameBack_IsSentAgain()
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await RemindersApp.MeetFatesAsync(app);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address);
        var row = Row(Table(visitor, "Correos"), "ana@");

        await row.GetByRole(AriaRole.Button, new() { Name = "Enviar otra vez" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".box.good")).ToContainTextAsync("sale otra vez");
        await Assertions.Expect(row).ToContainTextAsync("En espera");
        await Assertions
            .Expect(visitor.Page.Locator(".box.warn"))
            .ToContainTextAsync("Hacen falta otras 2 direcciones");
    }

    [Fact]
    public async Task Receipt_OfWhatWasSent_IsAmongTheMailsWithItsActivity()
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await DeskApp.SendAsync(app, 36, 10);
        var sent = new ProgressAddress(TestPlan.Id, TestPlan.Second, new ActivityNumber(36));
        (await app.Get<ReceiptMails>().PlanAsync(sent, TestContext.Current.CancellationToken)).ShouldBe(4);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, $"{Address}?unidad=DTEG");

        await Assertions
            .Expect(Row(Table(visitor, "Correos"), "gina@"))
            .ToContainTextAsync("Constancia de la actividad 36");
        await Assertions.Expect(visitor.Text("4 correos: en camino, 4.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Test_ToAnAddress_IsSentOrSaysWhatIsWrong(int width)
    {
        var service = new FakeMailService();
        await using var app = await RemindersApp.StartAsync(azurite, service);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address, width);
        await visitor.Page.GetByLabel("Recordatorio de la unidad").SelectOptionAsync("DTEG");
        await visitor.Page.GetByLabel("Etapa").SelectOptionAsync("overdue-1");

        await visitor.Page.GetByLabel("A qué correo").FillAsync("prueba");
        await visitor.Button("Enviar la prueba").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("A qué correo")).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page.Locator("form .error")).ToContainTextAsync("Escriba un correo completo");
        await visitor.InspectAsync($"recordatorios-prueba-error-{width}");

        await visitor.Page.GetByLabel("A qué correo").FillAsync("prueba@entidad.example");
        await visitor.Button("Enviar la prueba").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("form .box.good")).ToContainTextAsync("La prueba se envió");
        service.Taken.ShouldHaveSingleItem().To.ShouldBe(new EmailAddress("prueba@entidad.example"));

        service.Behave = _ => (false, new SendOutcome(SendOutcomeKind.Rejected, Reason: "400 bad address"));
        await visitor.Button("Enviar la prueba").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("form .box.bad")).ToContainTextAsync("400 bad address");
    }

    [Fact]
    public async Task Reminders_WhereNobodyOwesAnything_SaySo()
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        foreach (var number in (int[])[34, 35, 36, 37])
        {
            await DeskApp.SendAsync(app, number, 10);
        }

        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address);

        await Assertions.Expect(visitor.Text("Ninguna unidad debe nada")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Todavía no se ha enviado ningún correo")).ToBeVisibleAsync();
        await visitor.InspectAsync("recordatorios-nada");
    }

    [Fact]
    public async Task Reminders_OfAClosedPeriod_CanBeReadAndNotSent()
    {
        await using var app = await RemindersApp.StartAsync(azurite, now: TestPlan.Closes.AddDays(1));
        await using var visitor = await DeskApp.ComeAsync(chromium, app, Address);

        await Assertions
            .Expect(Row(Table(visitor, "Unidades que deben algo"), "DTEG"))
            .ToContainTextAsync("Ya no queda ninguna etapa");
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Enviar ahora" }))
            .ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Reminders_ThatCannotBeRead_AreTriedAgain()
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app);
        await visitor.Page.RouteAsync("**/reminders", route => route.FulfillAsync(new() { Status = 500, Body = "{}" }));
        await visitor.Page.GotoAsync(Address);
        await Assertions.Expect(visitor.Heading("Algo falló")).ToBeVisibleAsync();
        await visitor.InspectAsync("recordatorios-error");

        await visitor.Page.UnrouteAsync("**/reminders");
        await visitor.Button("Volver a intentar").ClickAsync();

        await Assertions.Expect(Table(visitor, "Etapas del periodo")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reminders_ForAReader_AreNotShown()
    {
        await using var app = await RemindersApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "reader plan-de-prueba")]);

        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(visitor.Heading("Mesa de la Secretaría Técnica")).ToBeVisibleAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Recordatorios" }))
            .ToHaveCountAsync(0);
        await visitor.Page.GotoAsync(Address);

        await Assertions.Expect(visitor.Heading("No tiene permiso")).ToBeVisibleAsync();
    }

    private static ILocator Table(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Table, new() { Name = name });

    private static ILocator Row(ILocator table, string text) =>
        table.GetByRole(AriaRole.Row).Filter(new() { HasText = text });
}
