using Avance.Functions.Plans;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>Amendments, links, and all plans at once.</summary>
public sealed class DeskManagementTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Period_ThatIsClosed_IsReopenedWithAReason(int width)
    {
        await using var app = await FormApp.StartAsync(azurite, TestPlan.Closes.AddDays(3));
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/enmiendas", width);
        await visitor.Button("Reabrir del segundo semestre de 2023").ClickAsync();
        await visitor.Page.GetByLabel("Último día en que se recibe").FillAsync("2024-02-20");
        await visitor.InspectAsync($"enmiendas-reabrir-{width}");

        await visitor.Button("Guardar la enmienda").ClickAsync();
        await visitor.Button("Enmendar").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#field-reason[aria-invalid=true]")).ToBeVisibleAsync();
        await visitor.InspectAsync($"enmiendas-error-{width}");
        await visitor.Page.GetByLabel("Motivo").FillAsync("La unidad presentó evidencia nueva.");
        await visitor.Button("Guardar la enmienda").ClickAsync();
        await visitor.Button("Enmendar").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".box.good")).ToContainTextAsync("Quedó guardado");
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Enmiendas" }))
            .ToContainTextAsync("se reabre hasta el 20 de febrero de 2024");
        await Assertions.Expect(visitor.Button("Mover el plazo del segundo semestre de 2023")).ToBeVisibleAsync();
        await visitor.InspectAsync($"enmiendas-{width}");
    }

    [Theory]
    [InlineData("moveDeadline", "due=2024-01-20", "pasa al 20 de enero de 2024")]
    [InlineData("carryGoalOver", "activity=35;year=2022;toYear=2023", "")]
    [InlineData("suspendActivity", "activity=35;mergedInto=34", "La actividad 35 se integra en la 34.")]
    [InlineData("reformulateActivity", "activity=35", "La actividad 35 se reformula.")]
    [InlineData("renameUnit", "unit=OGRH;newCode=ORH", "La unidad OGRH pasa a llamarse ORH.")]
    [InlineData("replaceUnit", "unit=OGRH;replacedBy=DTEG", "La unidad DTEG reemplaza a OGRH.")]
    public async Task Amendment_OfEachKind_IsTakenOrSaysWhichFieldIsWrong(string kind, string values, string says)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/enmiendas");
        await visitor.Page.GetByLabel("Qué cambia").SelectOptionAsync(kind);
        foreach (var pair in values.Split(';'))
        {
            var field = visitor.Page.Locator($"#field-{pair.Split('=')[0]}");
            var value = pair.Split('=')[1];
            await (
                await field.EvaluateAsync<string>("field => field.tagName") == "SELECT"
                    ? field.SelectOptionAsync(value)
                    : field.FillAsync(value)
            );
        }

        await visitor.Page.GetByLabel("Motivo").FillAsync("Lo acordó la comisión en su sesión.");
        await visitor.Page.GetByLabel("Norma o acta").FillAsync("Acta 002-2023-CSIG");
        await visitor.Button("Guardar la enmienda").ClickAsync();
        await visitor.Button("Enmendar").ClickAsync();

        if (says.Length == 0)
        {
            // The activity has no goal of 2022.
            await Assertions.Expect(visitor.Page.Locator("#field-year[aria-invalid=true]")).ToBeVisibleAsync();
            return;
        }

        await Assertions.Expect(visitor.Page.Locator(".box.good")).ToContainTextAsync(says);
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Enmiendas" }))
            .ToContainTextAsync("Acta 002-2023-CSIG");
    }

    [Theory]
    [InlineData("", "con 70.")]
    [InlineData("8", "con 8.")]
    public async Task Amendment_ThatCarriesAGoalOver_IsOwedInTheNewYear(string target, string owed)
    {
        var plan = FormApp.Plan();
        await using var app = await FormApp.StartAsync(
            azurite,
            plan: plan with
            {
                Goals = [.. plan.Goals.Select(goal => goal with { CarriedTo = null })],
            }
        );
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/enmiendas");
        await visitor.Page.GetByLabel("Qué cambia").SelectOptionAsync("carryGoalOver");
        await visitor.Id("field-activity").SelectOptionAsync("34");
        await visitor.Id("field-year").SelectOptionAsync("2022");
        await visitor.Id("field-toYear").SelectOptionAsync("2023");
        await visitor.Id("field-target").FillAsync(target);
        await visitor.Page.GetByLabel("Motivo").FillAsync("No se ejecutó en su año.");
        await visitor.Page.GetByLabel("Norma o acta").FillAsync("Acta 002-2023-CSIG");

        await visitor.Button("Guardar la enmienda").ClickAsync();
        await visitor.Button("Enmendar").ClickAsync();

        await Assertions
            .Expect(visitor.Page.Locator(".box.good"))
            .ToContainTextAsync("La meta de 2022 de la actividad 34 pasa a 2023");
        await visitor.InspectAsync($"enmiendas-meta-{(target.Length > 0 ? "otra" : "igual")}");
        var work = (await app.Reporter().GetAsync($"{AppDriver.Plan()}/periods/2023-II/units/OGRH/work")).ShouldBeOk();
        work["activities"]![0]!["goals"]!
            .AsArray()
            .Select(goal => $"{goal!["year"]}: {goal["target"]}")
            .ShouldBe([$"2022: {owed[4..^1]}", "2023: 100"]);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Links_AllOfThem_AreRevokedOnceSomebodyIsSure(int width)
    {
        await using var app = await FormApp.StartAsync(azurite);
        foreach (var unit in (string[])["OGRH", "DTEG"])
        {
            await Browser.LinkAsync(app, unit);
        }

        // Not by a link: it would end with the others.
        await using var visitor = await Visitor.ComeAsync(chromium, app, width);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", $"secretariat {TestPlan.Id}")]);
        await visitor.Page.GotoAsync("/enlaces");
        var rows = visitor.Page.GetByRole(AriaRole.Table).Locator("tbody tr");
        var all = visitor.Button("Anular todos los enlaces");

        await all.ClickAsync();
        await visitor.InspectAsync($"enlaces-anular-todos-{width}");
        await visitor.Button("Cancelar").ClickAsync();
        await Assertions.Expect(all).ToBeFocusedAsync();
        await Assertions.Expect(rows.Filter(new() { HasText = "Sirve" })).ToHaveCountAsync(2);
        await all.ClickAsync();
        await visitor.Button("Anular todos").ClickAsync();

        await Assertions.Expect(rows.Filter(new() { HasText = "Anulado" })).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Links_AllOfThemByOneWhoCameByALink_EndTheSessionToo()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/enlaces");

        await visitor.Button("Anular todos los enlaces").ClickAsync();
        await visitor.Button("Anular todos").ClickAsync();

        await Assertions.Expect(visitor.Id("ended")).ToContainTextAsync("Su sesión terminó");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Link_OfAUnit_IsMadeAndRevoked(int width)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/enlaces", width);
        await visitor.Page.GetByLabel("Unidad").SelectOptionAsync("DTEG");

        await visitor.Button("Hacer el enlace").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".address")).ToContainTextAsync("/entrar#");
        var row = visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "DTEG" });
        await Assertions.Expect(row).ToContainTextAsync("Sirve");
        await visitor.InspectAsync($"enlaces-{width}");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Button("Anular").ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Anulado");
    }

    [Theory]
    [InlineData("/revision", "Revisión")]
    [InlineData("/enmiendas", "Periodos y enmiendas")]
    public async Task Desk_OfSomebodyWithSeveralPlans_LetsThemChoose(string path, string title)
    {
        await using var app = await FormApp.StartAsync(azurite);
        var other = FormApp.Plan();
        await app.AddAsync(
            other with
            {
                Id = new PlanId("otro-plan"),
                Header = other.Header with { Name = "Otro plan" },
            }
        );
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "national-secretariat")]);

        await visitor.Page.GotoAsync(path);
        await Assertions.Expect(visitor.Page.Locator(".work")).ToHaveCountAsync(2);
        await visitor.InspectAsync($"{path[1..]}-elegir-plan");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Otro plan" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Heading(title)).ToBeVisibleAsync();
        visitor.Page.Url.ShouldContain("plan=otro-plan");
    }

    [Fact]
    public async Task Desk_OfSomebodyWithoutAPlan_SaysWhomToAsk()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "national-secretariat")]);

        await visitor.Page.GotoAsync("/revision");

        await Assertions.Expect(visitor.Text("Su cuenta no tiene parte en ningún plan")).ToBeVisibleAsync();
        await visitor.InspectAsync("revision-sin-plan");
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Panorama_OfAllPlans_LeadsToEachOfThem(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        var other = FormApp.Plan();
        await app.AddAsync(other with { Id = new PlanId("otro-plan"), Header = other.Header with { Body = "MINEDU" } });
        await using var visitor = await Visitor.ComeAsync(chromium, app, width);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", "national-secretariat")]);

        await visitor.Page.GotoAsync("/inicio");

        await Assertions.Expect(visitor.Heading("Panorama nacional")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Text("2 planes")).ToBeVisibleAsync();
        await visitor.InspectAsync($"panorama-{width}");
        await visitor.Page.GetByLabel("Buscar por entidad").FillAsync("minedu");
        await Assertions.Expect(visitor.Text("1 plan.")).ToBeVisibleAsync();
        await visitor.Page.Locator("tbody a").ClickAsync();
        await Assertions.Expect(visitor.Heading("Mesa de la Secretaría Técnica")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".cells a")).ToHaveCountAsync(3);
    }
}
