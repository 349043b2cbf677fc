using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The plan that follows another one: named, copied, imported, checked against what was recommended.</summary>
public sealed class NextPlanTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private static readonly PlanId Next = new("plan-de-prueba-2024");
    private static readonly Guid Account = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NextPlan_FromItsNamingToItsRecommendations_IsStartedOnTheDesk()
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            TestPlan.Closes,
            configure: AppDriver.SignIn
        );
        var plan = new TestPlan().Activity(1).Activity(2, "DTEG").Activity(3, status: ActivityStatus.Reformulated);
        await app.AddAsync(plan.Build());
        await NameAsync(app, TestPlan.Id);
        await using var visitor = await ComeAsync(app, new TestPrincipal(Account, "Avance.Secretariat"));

        // The copy is prepared before anybody has named the secretariat of the next plan.
        await visitor.Page.GotoAsync("/editar");
        await visitor.Page.GetByLabel("Identificador del plan siguiente").FillAsync("Plan 2024");
        await visitor.Button("Preparar el plan siguiente").ClickAsync();
        await Assertions.Expect(visitor.Heading("Falta corregir algo")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Identificador del plan siguiente").FillAsync($"{Next}");
        await visitor.Button("Preparar el plan siguiente").ClickAsync();
        await Assertions.Expect(visitor.Text("Su sesión no permite importar el plan")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("1 actividad quedó fuera")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("Con recomendaciones")).ToHaveCountAsync(2);
        await visitor.InspectAsync("editar-copia");

        await using (
            var national = await ComeAsync(app, new TestPrincipal(Guid.NewGuid(), "Avance.NationalSecretariat"))
        )
        {
            await NameOnThePageAsync(national);
        }

        await visitor.Page.ReloadAsync();
        await MoveAsync(visitor);
        await IncludeAsync(visitor);
        await visitor.Page.GetByLabel("Base legal").FillAsync("RM N° 1-2024-MIMP");
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Text("El plan todavía no existe: se creará.")).ToBeVisibleAsync();
        await visitor.Button("Importar").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Comprobar qué recomendaciones" }).ClickAsync();

        await Assertions.Expect(visitor.Text("2 recomendaciones pendientes de 2.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("La actividad 1 de este plan es la misma")).ToBeVisibleAsync();
        await visitor.InspectAsync("atendidas");
        await TickOffAsync(visitor);
        (await app.Get<PlansTable>().FindAsync(Next, Cancel)).ShouldNotBeNull().Plan.Activities.Count.ShouldBe(3);
    }

    private static async Task NameOnThePageAsync(Visitor national)
    {
        await national.Page.GotoAsync("/panorama");
        await national.Page.GetByLabel("Identificador del plan").FillAsync($"{Next}");
        await national.Button("Nombrar Secretaría Técnica").ClickAsync();
        await Assertions.Expect(national.Heading("Falta corregir algo")).ToBeVisibleAsync();
        await national.InspectAsync("panorama-plan-nuevo");
        await national.Page.GetByLabel("Cuenta o grupo").FillAsync($"{Account}");
        await national.Button("Nombrar Secretaría Técnica").ClickAsync();
        await Assertions.Expect(national.Text($"La cuenta es Secretaría Técnica de {Next}")).ToBeVisibleAsync();
    }

    /// <summary>What is recommended about an activity stays with it under its new number.</summary>
    private static async Task MoveAsync(Visitor visitor)
    {
        var activities = visitor.Region("Actividades");
        await Row(visitor, "1. Actividad 1").ClickAsync();
        var recommended = activities.Locator(".box.info li");
        var text = await recommended.InnerTextAsync();
        text.ShouldContain("1");
        await activities.GetByRole(AriaRole.Button, new() { Name = "Bajar" }).ClickAsync();
        await Assertions.Expect(Row(visitor, "2. Actividad 1")).ToBeVisibleAsync();
        await Assertions.Expect(recommended).ToHaveTextAsync(text);
        await activities.GetByRole(AriaRole.Button, new() { Name = "Subir" }).ClickAsync();
        await Assertions.Expect(Row(visitor, "1. Actividad 1")).ToBeVisibleAsync();
    }

    /// <summary>An activity that was left out takes another number if a new one has its own.</summary>
    private static async Task IncludeAsync(Visitor visitor)
    {
        await visitor.Button("Agregar una actividad").ClickAsync();
        await Assertions.Expect(Row(visitor, "3. sin texto")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Incluir la actividad 3" }).ClickAsync();
        await Assertions.Expect(visitor.Text("La actividad 3 está otra vez en el plan")).ToBeVisibleAsync();
        await Assertions.Expect(Row(visitor, "4. Actividad 3")).ToBeVisibleAsync();
        await Assertions.Expect(Row(visitor, "Actividad 4, 2025", "Metas")).ToBeVisibleAsync();
        await Row(visitor, "3. sin texto").ClickAsync();
        await visitor
            .Region("Actividades")
            .GetByRole(AriaRole.Button, new() { Name = "Quitar 3. sin texto" })
            .ClickAsync();
    }

    private static ILocator Row(Visitor visitor, string text, string sheet = "Actividades") =>
        visitor.Region(sheet).Locator("summary", new() { HasText = text });

    private static async Task TickOffAsync(Visitor visitor)
    {
        await visitor
            .Page.GetByRole(AriaRole.Button, new() { Name = "No aplica la recomendación de la actividad 2" })
            .ClickAsync();
        await visitor.Page.GetByLabel("Por qué no aplica").FillAsync("No.");
        await visitor.Button("Guardar").ClickAsync();
        await Assertions.Expect(visitor.Heading("Falta corregir algo")).ToBeVisibleAsync();
        await visitor.InspectAsync("atendidas-motivo");
        await visitor.Page.GetByLabel("Por qué no aplica").FillAsync("La unidad ya no existe.");
        await visitor.Button("Guardar").ClickAsync();
        await Assertions.Expect(visitor.Text("1 recomendación pendiente de 2.")).ToBeVisibleAsync();
        await visitor.Button("Deshacer").ClickAsync();
        await Assertions.Expect(visitor.Text("2 recomendaciones pendientes de 2.")).ToBeVisibleAsync();
        await visitor
            .Page.GetByRole(AriaRole.Button, new() { Name = "Atendida la recomendación de la actividad 1" })
            .ClickAsync();
        await visitor.Button("Guardar").ClickAsync();
        await Assertions.Expect(visitor.Text("1 recomendación pendiente de 2.")).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Text("1 recomendación pendiente de 2.")).ToBeVisibleAsync();
    }

    private static Task NameAsync(AppDriver app, PlanId plan) =>
        app.Get<MemberTable>()
            .PutAsync(new Member(plan, Account, Role.Secretariat, null, "test", TestPlan.Opens), Cancel);

    private async Task<Visitor> ComeAsync(AppDriver app, TestPrincipal account)
    {
        var visitor = await Visitor.ComeAsync(chromium, app);
        var (name, value) = account.Header();
        await visitor.Context.SetExtraHTTPHeadersAsync([new(name, value)]);
        return visitor;
    }
}
