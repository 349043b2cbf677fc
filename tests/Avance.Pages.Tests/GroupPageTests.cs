using Avance.Functions.Reminders;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The working group of a plan on the desk, from its registry to an amendment that rests on an agreement.</summary>
public sealed class GroupPageTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private static readonly string Group = $"{AppDriver.Plan()}/group";

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Group_ThatIsNotThereYet_IsRegisteredAndErrorsStandAtTheirFields(int width)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/grupo", width);
        await Assertions.Expect(visitor.Text("todavía no tiene registrado su grupo")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Siglas")).ToHaveValueAsync("CSIG-MIMP");
        await visitor.Page.GetByLabel("Nombre del grupo").FillAsync("Comité Sectorial para la Igualdad de Género");
        await visitor.Page.GetByLabel("Norma que lo crea").FillAsync("RM N° 296-2017-MIMP");
        await OrganisationOf(visitor, "Presidencia").FillAsync("Despacho Ministerial");
        await visitor.Button("Agregar un integrante").ClickAsync();
        await visitor.Page.GetByLabel("Titular", new() { Exact = true }).FillAsync("Rosa Prueba");

        await visitor.Button("Registrar el grupo").ClickAsync();
        await Assertions.Expect(visitor.Heading("Falta corregir 2 cosas")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Representa a")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.InspectAsync($"grupo-error-{width}");
        await visitor.Page.GetByLabel("Representa a").FillAsync("OGRH");
        await OrganisationOf(visitor, "Secretaría Técnica").FillAsync("OGPPM");
        await visitor.Button("Registrar el grupo").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".box.good").First).ToContainTextAsync("quedó registrado");
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Integrantes" }))
            .ToContainTextAsync("Rosa Prueba");
        await visitor.InspectAsync($"grupo-nuevo-{width}");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(360)]
    public async Task Session_FromItsCallToItsAgreements_IsFollowedAndAmendsThePlan(int width)
    {
        await using var app = await FormApp.StartAsync(azurite, DateTimeOffset.Parse("2023-12-20T08:00:00-05:00"));
        (await app.Secretariat().PutAsync(Group, 0, TestGroup.Json(TestGroup.Request))).ShouldBeOk();
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/grupo", width);

        await visitor.Button("Nueva sesión").ClickAsync();
        await visitor.Page.GetByLabel("Fecha y hora").FillAsync("2023-12-20T10:00");
        await Assertions.Expect(visitor.Page.GetByLabel("Número en el año")).ToHaveValueAsync("1");
        await visitor.Page.GetByLabel("Lugar").FillAsync("Sala de reuniones");
        await visitor.Page.GetByLabel("Punto 1").FillAsync("Actividades que se repiten");
        await visitor.Button("Guardar la sesión").ClickAsync();
        await visitor.Button("Convocar").ClickAsync();
        await visitor
            .Page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = "Convocar" })
            .ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".box.good")).ToContainTextAsync("a 7 direcciones");
        await visitor.InspectAsync($"grupo-sesion-{width}");

        app.Clock.Advance(TimeSpan.FromHours(3));
        await visitor.Page.GetByLabel("La sesión ya se realizó").CheckAsync();
        await visitor.Page.GetByLabel("OGRH: Rosa Prueba").SelectOptionAsync("alternatePresent");
        await Assertions.Expect(visitor.Text("Todavía no hay quórum")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("OGPPM: Óscar Prueba").SelectOptionAsync("present");
        await Assertions.Expect(visitor.Text("Presentes: 2 de 3 con voto. Se necesitan 2.")).ToBeVisibleAsync();
        await visitor.Button("Agregar un acuerdo").ClickAsync();
        await visitor
            .Page.GetByLabel("Acuerdo 1", new() { Exact = true })
            .FillAsync("Integrar la actividad 35 en la 34");
        await visitor.Page.GetByLabel("Unidad responsable").SelectOptionAsync("OGRH");
        await visitor.Page.GetByLabel("Plazo").FillAsync("2023-12-19");
        await visitor.Button("Guardar la sesión").ClickAsync();
        await Assertions.Expect(visitor.Heading("Acta 001-2023-CSIG")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Descargar el acta en Word")).ToBeVisibleAsync();
        await visitor.InspectAsync($"grupo-acta-{width}");

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Volver al grupo" }).ClickAsync();
        await Assertions.Expect(visitor.Text("Vencido")).ToBeVisibleAsync();
        await visitor.Button("Registrar qué pasó con el acuerdo 1 del Acta 001-2023-CSIG").ClickAsync();
        await visitor.Button("Guardar").ClickAsync();
        await Assertions
            .Expect(visitor.Page.GetByLabel("Documento que lo acredita"))
            .ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.InspectAsync($"grupo-acuerdo-{width}");
        await visitor.Page.GetByLabel("Documento que lo acredita").FillAsync("Memorando 040-2023-OGRH");
        await visitor.Button("Guardar").ClickAsync();
        await Assertions.Expect(visitor.Text("no queda ningún acuerdo por cumplir")).ToBeVisibleAsync();
        await visitor.InspectAsync($"grupo-{width}");

        await visitor.Page.GotoAsync("/enmiendas");
        await visitor.Page.GetByLabel("Qué cambia").SelectOptionAsync("suspendActivity");
        await visitor.Page.GetByLabel("Actividad que se integra").SelectOptionAsync("35");
        await visitor.Page.GetByLabel("Actividad que la cubre").SelectOptionAsync("34");
        await visitor.Page.GetByLabel("Motivo").FillAsync("La actividad 34 cubre lo mismo.");
        await visitor.Page.GetByLabel("Acuerdo del grupo").SelectOptionAsync("0");
        await visitor.Button("Guardar la enmienda").ClickAsync();
        await visitor.Button("Enmendar").ClickAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Enmiendas" }))
            .ToContainTextAsync("Acta 001-2023-CSIG, acuerdo 1");
    }

    [Fact]
    public async Task Duty_OfTheYear_IsNotedWithItsDocument()
    {
        await using var app = await FormApp.StartAsync(azurite);
        (await app.Secretariat().PutAsync(Group, 0, TestGroup.Json(TestGroup.Request))).ShouldBeOk();
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/grupo");

        await Assertions.Expect(visitor.Page.GetByText("Pendiente", new() { Exact = true })).ToBeVisibleAsync();
        await visitor.Button("Registrar Presentar el informe anual").ClickAsync();
        await visitor.Page.GetByLabel("Documento con el que se cumplió").FillAsync("Informe 012-2023-OGPPM");
        await visitor.Page.GetByLabel("Fecha del documento").FillAsync("2023-12-01");
        await visitor.Button("Guardar").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".box.good").First).ToContainTextAsync("quedó registrada");
        // Registered in December, it is owed from the next January on.
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Obligaciones" }))
            .ToContainTextAsync("31 de enero de 2024");
    }

    [Fact]
    public async Task Groups_WithoutAPlan_AreRegisteredByTheNationalSecretariatAndGivenOne()
    {
        await using var app = await FormApp.StartAsync(azurite);
        var request = TestGroup.Json(TestGroup.Request);
        (await app.As("national-secretariat").PutAsync("/api/groups/CSIG-MIMP", 0, request)).ShouldBeOk();
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "national-secretariat")]);

        await visitor.Page.GotoAsync("/grupos");
        await visitor.Page.GetByText("Sin plan", new() { Exact = true }).ClickAsync();
        await visitor.InspectAsync("grupos");
        await visitor.Page.GetByLabel("Planes que sigue").FillAsync("plan-de-prueba");
        await visitor.Button("Guardar los planes de CSIG-MIMP").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".box.good")).ToContainTextAsync("quedaron guardados");

        (await app.Secretariat().GetAsync(Group)).ShouldBeOk();
    }

    [Fact]
    public async Task Call_ThatDidNotReachSomebody_IsSaidOnThePageOfTheSession()
    {
        var cancel = TestContext.Current.CancellationToken;
        var session = $"{Group}/sessions/{TestGroup.Session}";
        await using var app = await FormApp.StartAsync(azurite);
        (await app.Secretariat().PutAsync(Group, 0, TestGroup.Json(TestGroup.Request))).ShouldBeOk();
        (await app.Secretariat().PutAsync(session, 0, TestGroup.Json(TestGroup.Planned))).ShouldBeOk();
        (await app.Secretariat().PostAsync($"{session}/call", 1, new { })).ShouldBeOk();
        var outbox = app.Get<OutboxTable>();
        await foreach (var stored in outbox.OpenAsync(new DateOnly(2023, 1, 1), cancel))
        {
            var mail = $"{stored.Mail.To.Address}" switch
            {
                "rosa@entidad.example" => stored.Mail with { State = MailState.Bounced, Reason = "550 unknown user" },
                "sara@entidad.example" => stored.Mail with { State = MailState.Unknown },
                _ => stored.Mail with { State = MailState.Delivered },
            };
            (await outbox.TryReplaceAsync(stored, mail, cancel)).ShouldNotBeNull();
        }

        await using var visitor = await DeskApp.ComeAsync(chromium, app, $"/grupo?sesion={TestGroup.Session}");

        var part = visitor.Region("Correos de la convocatoria");
        await Assertions.Expect(part).ToContainTextAsync("7 correos: entregados, 5; no llegaron, 1; no se sabe, 1.");
        await Assertions
            .Expect(part.GetByRole(AriaRole.Row).Filter(new() { HasText = "Rosa Prueba" }))
            .ToContainTextAsync("Devuelto por el servidor");
        await Assertions.Expect(part).ToContainTextAsync("avíseles por otro medio");
        await visitor.InspectAsync("grupo-correos");
    }

    private static ILocator OrganisationOf(Visitor visitor, string office) =>
        visitor
            .Page.GetByRole(AriaRole.Group, new() { Name = office, Exact = true })
            .GetByLabel("Órgano, unidad o entidad");
}
