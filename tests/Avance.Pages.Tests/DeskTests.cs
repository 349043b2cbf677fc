using Avance.Functions.Plans;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The overview of the secretariat, and what it decides.</summary>
public sealed class DeskTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Overview_OfAPeriod_ShowsWhoHasSentWhatAndTheFigures(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, width: width);

        await Assertions.Expect(visitor.Heading("Mesa de la Secretaría Técnica")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("3 de 5")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("35 días")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Avance no tiene datos de 2022")).ToBeVisibleAsync();
        await Assertions.Expect(Cells(visitor)).ToHaveCountAsync(5);
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Img, new() { Name = "Cumplimiento por unidad" }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Cumplimiento por unidad" }))
            .ToContainTextAsync("DTEG");
        await visitor.InspectAsync($"mesa-{width}");
    }

    [Fact]
    public async Task Overview_WithAYearBefore_ShowsTheLevelOfThatAndTheChange()
    {
        var plan = new TestPlan().Activity(34).Activity(35).Build();
        plan = plan with
        {
            Goals = [new Goal(new ActivityNumber(34), 2022, 4, GoalMeasure.Count), .. plan.Goals],
            Periods =
            [
                new ReportingPeriod(
                    new Period(2022, 2),
                    TestPlan.Opens.AddYears(-1),
                    TestPlan.Due.AddYears(-1),
                    TestPlan.Closes.AddYears(-1)
                ),
                .. plan.Periods,
            ],
        };
        await using var app = await FormApp.StartAsync(azurite, TestPlan.Opens.AddYears(-1).AddDays(3), plan);
        await SendAsync("2022-II", 4, 2022);
        app.Clock.SetUtcNow(TestPlan.WhileOpen);
        await SendAsync("2023-II", 10, 2023);
        await using var visitor = await DeskApp.ComeAsync(chromium, app);

        await Assertions.Expect(visitor.Text("1 de 2 actividades al 100 %")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("segundo semestre de 2022: 100 % (-50 puntos)")).ToBeVisibleAsync();

        async Task SendAsync(string period, decimal executed, int year) =>
            (
                await app.Secretariat()
                    .PutAsync(
                        AppDriver.Progress(34, period),
                        0,
                        SentProgress.Submission(Guid.NewGuid(), executed, year)
                    )
            ).ShouldBeOk();
    }

    [Fact]
    public async Task Filters_OfTheOverview_LiveInTheAddressAndSurviveAReload()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app);

        await visitor.Id("unidad").SelectOptionAsync("DTEG");
        await visitor.Id("estado").SelectOptionAsync("enviado");
        await visitor.Id("q").FillAsync("CAMPAÑA estereotipos");
        await Assertions.Expect(Cells(visitor)).ToHaveCountAsync(1);
        visitor.Page.Url.ShouldContain("periodo=2023-II");
        visitor.Page.Url.ShouldContain("unidad=DTEG");
        await visitor.Page.ReloadAsync();

        await Assertions.Expect(Cells(visitor)).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Text("1 de 5 actividades")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Id("unidad")).ToHaveValueAsync("DTEG");
        await visitor.Button("Quitar filtros").ClickAsync();
        await Assertions.Expect(Cells(visitor)).ToHaveCountAsync(5);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Claim_ThatIsDoubtful_IsResolvedReturnedAndOpenedAgain(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await ComeToDoubtfulAsync(app, width);
        await Assertions.Expect(visitor.Heading("Lo que se envió")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("4 de 10 (40 % de la meta)")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("lista: 2 mujeres, 1 hombre")).ToBeVisibleAsync();
        var findings = visitor.Page.Locator(".finding");
        await Assertions.Expect(findings.First).ToBeVisibleAsync();
        await visitor.InspectAsync($"revision-actividad-{width}");

        await findings.First.Locator("summary").ClickAsync();
        await findings.First.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();
        await Assertions.Expect(findings.First.Locator(".error")).ToBeVisibleAsync();
        await findings.First.GetByLabel("Motivo").FillAsync("La unidad lo aclaró por correo.");
        await findings.First.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();
        await Assertions.Expect(visitor.Text("La unidad lo aclaró por correo.")).ToBeVisibleAsync();

        await visitor.Button("Devolver con la observación").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#observation[aria-invalid=true]")).ToBeVisibleAsync();
        await visitor
            .Page.GetByLabel("Observación para la unidad")
            .FillAsync("Adjunte la lista de asistencia por sexo.");
        await visitor.Button("Devolver con la observación").ClickAsync();

        await Assertions.Expect(visitor.Text("Devuelta a la unidad: Adjunte la lista")).ToBeVisibleAsync();
        await visitor.InspectAsync($"revision-devuelta-{width}");
        (await DeskApp.StateAsync(app, DeskApp.Doubtful)).ShouldBe("returned");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Finding_ThatIsConfirmed_IsOpenedAgainWithAReason(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await ComeToDoubtfulAsync(app, width);
        var finding = visitor.Page.Locator(".finding").First;
        await finding.Locator("summary").ClickAsync();

        await finding.GetByRole(AriaRole.Button, new() { Name = "Confirmar" }).ClickAsync();
        await Assertions.Expect(finding.Locator("summary")).ToContainTextAsync("Cambiar la decisión");
        await Assertions.Expect(finding).ToContainTextAsync("Confirmada.");
        await visitor.InspectAsync($"revision-confirmada-{width}");
        await finding.Locator("summary").ClickAsync();
        await finding.GetByRole(AriaRole.Button, new() { Name = "Volver a abrir" }).ClickAsync();
        await Assertions.Expect(finding.Locator(".error")).ToBeVisibleAsync();
        await finding.GetByLabel("Motivo").FillAsync("La unidad presentó otro documento.");
        await finding.GetByRole(AriaRole.Button, new() { Name = "Volver a abrir" }).ClickAsync();

        await Assertions.Expect(finding.Locator("summary")).ToContainTextAsync("Decidir sobre esta observación");
        await Assertions.Expect(finding).Not.ToContainTextAsync("Confirmada.");
    }

    [Fact]
    public async Task Queue_WhereNothingIsDoubtful_IsAcceptedInBulkAndAnAcceptedClaimReturned()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/revision");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(DeskApp.Clear.Length);
        await visitor.Button("Marcar las que no tienen observaciones").ClickAsync();
        await visitor.InspectAsync("revision-lista");

        await visitor.Button("Aceptar 2 marcadas").ClickAsync();
        await Assertions.Expect(visitor.Heading("¿Aceptar 2 actividades?")).ToBeVisibleAsync();
        await visitor.Button("Aceptar").ClickAsync();

        await Assertions.Expect(visitor.Text("Se aceptaron 2 actividades")).ToBeVisibleAsync();
        await visitor.InspectAsync("revision-aceptadas");
        (await DeskApp.StateAsync(app, 35)).ShouldBe("accepted");
        (await DeskApp.StateAsync(app, DeskApp.Doubtful)).ShouldBe("submitted");
        await visitor.Page.GotoAsync("/revision?actividad=35");
        await visitor.Page.GetByLabel("Observación para la unidad").FillAsync("Se aceptó por error: falta el acta.");
        await visitor.Button("Devolver con la observación").ClickAsync();
        await Assertions.Expect(visitor.Text("Devuelta a la unidad")).ToBeVisibleAsync();
        (await DeskApp.StateAsync(app, 35)).ShouldBe("returned");
    }

    [Fact]
    public async Task Queue_WhereAnAnswerIsLost_SaysThatItIsNotKnown()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/revision");
        await visitor.Button("Marcar las que no tienen observaciones").ClickAsync();
        await visitor.Page.RouteAsync(
            "**/activities/35/progress/review",
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
        );

        await visitor.Button("Aceptar 2 marcadas").ClickAsync();
        await visitor.Button("Aceptar").ClickAsync();

        await Assertions.Expect(visitor.Text("Se aceptó 1 actividad")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("No se sabe si la actividad 35 se aceptó")).ToBeVisibleAsync();
        (await DeskApp.StateAsync(app, 35)).ShouldBe("accepted");
        await visitor.InspectAsync("revision-sin-respuesta");
    }

    [Fact]
    public async Task Claim_ThatSomebodyElseHasDecidedOn_IsNotDecidedOnAgain()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/revision?actividad=36");
        await Assertions.Expect(visitor.Button("Aceptar")).ToBeVisibleAsync();
        (
            await app.Secretariat()
                .PostAsync($"{AppDriver.Progress(36)}/review", 1, SentProgress.Return(Guid.NewGuid()))
        ).ShouldBeOk();

        await visitor.Button("Aceptar").ClickAsync();

        await Assertions.Expect(visitor.Text("Alguien cambió esta actividad")).ToBeVisibleAsync();
        await visitor.Button("Ver cómo está").ClickAsync();
        await Assertions.Expect(visitor.Text("Devuelta a la unidad")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reader_OfThePlan_SeesAllAndDecidesNothing()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "reader plan-de-prueba")]);

        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(Cells(visitor)).ToHaveCountAsync(5);
        await visitor.Page.GotoAsync($"/revision?actividad={DeskApp.Doubtful}");

        await Assertions.Expect(visitor.Heading("Lo que se envió")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Button("Aceptar")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Text("Decidir sobre")).ToHaveCountAsync(0);
        await visitor.InspectAsync("revision-lectura");
    }

    /// <summary>Comes to the doubtful claim once its file has been read.</summary>
    private async Task<Visitor> ComeToDoubtfulAsync(AppDriver app, int width)
    {
        await DeskApp.WaitForFactsAsync(app);
        return await DeskApp.ComeAsync(chromium, app, $"/revision?actividad={DeskApp.Doubtful}", width);
    }

    private static ILocator Cells(Visitor visitor) => visitor.Page.Locator(".cells a");
}
