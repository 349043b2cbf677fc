using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The pages for somebody whom the platform has signed in with an account of the directory.</summary>
public sealed class AccountTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Secretariat_WithAnAccount_ReviewsAClaim()
    {
        await using var app = await StartAsync();
        await app.AddAsync(FormApp.Plan());
        await DeskApp.SendAsync(app, 35, 4);
        await using var visitor = await ComeAsync(app, TestPlan.Id, Role.Secretariat, "Avance.Secretariat");

        await visitor.Page.GotoAsync("/inicio");
        await Assertions.Expect(visitor.Page.Locator(".cells a")).ToHaveCountAsync(3);
        await visitor.Page.GotoAsync("/revision?actividad=35");
        await visitor.Page.GetByLabel("Observación para la unidad").FillAsync("Adjunte la lista de asistencia.");
        await visitor.Button("Devolver con la observación").ClickAsync();

        await Assertions.Expect(visitor.Text("Devuelta a la unidad: Adjunte la lista")).ToBeVisibleAsync();
        (await DeskApp.StateAsync(app, 35)).ShouldBe("returned");
    }

    [Fact]
    public async Task Secretariat_OfAPlanThatIsNotThereYet_ComesToItsImport()
    {
        await using var app = await StartAsync();
        await using var visitor = await ComeAsync(
            app,
            new PlanId("plan-nuevo"),
            Role.Secretariat,
            "Avance.Secretariat"
        );

        await visitor.Page.GotoAsync("/importar");
        await visitor.Button("Continuar").ClickAsync();
        await Assertions.Expect(visitor.Text("Escriba el identificador del plan.")).ToBeVisibleAsync();
        await visitor.InspectAsync("importar-plan-nuevo");
        await visitor.Page.GetByLabel("Identificador").FillAsync("plan-nuevo");
        await visitor.Button("Continuar").ClickAsync();
        await visitor
            .Page.GetByLabel("Archivo del plan")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "plan.xlsx",
                    MimeType = "application/octet-stream",
                    Buffer = new PlanFileBuilder().ToXlsx(),
                }
            );
        await visitor.Button("Comprobar").ClickAsync();
        await Assertions.Expect(visitor.Text("El plan todavía no existe: se creará.")).ToBeVisibleAsync();
        await visitor.Button("Importar").ClickAsync();

        await Assertions.Expect(visitor.Text("El plan quedó importado")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reporter_WithAnAccount_IsToldToComeByTheLink()
    {
        await using var app = await StartAsync();
        await app.AddAsync(FormApp.Plan());
        await using var visitor = await ComeAsync(app, TestPlan.Id, Role.UnitReporter, "Avance.UnitReporter", "OGRH");

        await visitor.Page.GotoAsync("/inicio");

        await Assertions.Expect(visitor.Heading("No tiene permiso")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("entre con el enlace del correo de recordatorio")).ToBeVisibleAsync();
        await visitor.InspectAsync("inicio-cuenta-de-unidad");
    }

    private Task<AppDriver> StartAsync() =>
        AppDriver.StartAsync(azurite.NewAccount(), listens: true, configure: AppDriver.SignIn);

    private async Task<Visitor> ComeAsync(AppDriver app, PlanId plan, Role role, string appRole, string? unit = null)
    {
        var id = Guid.NewGuid();
        UnitCode? code = unit is null ? null : new UnitCode(unit);
        await app.Get<MemberTable>()
            .PutAsync(new Member(plan, id, role, code, "test", TestPlan.Opens), TestContext.Current.CancellationToken);
        var (name, value) = new TestPrincipal(id, appRole).Header();
        var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new(name, value)]);
        return visitor;
    }
}
