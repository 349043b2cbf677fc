using System.Text.Json.Nodes;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>One report that is cited for many activities: what is said of it for one may be said for all at once.</summary>
public sealed class AlikeFindingsTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const string Reason = "El informe da cuenta de las cuatro actividades, cada una en su capítulo.";
    private static readonly int[] Activities = [34, 35, 36, 38];

    [Fact]
    public async Task Explanation_ForAllAlike_IsKeptForEach()
    {
        await using var app = await StartAsync();
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await ActivityPage.OpenAsync(visitor);
        var findings = Findings(visitor, "sustenta otra actividad");
        await Assertions.Expect(findings).ToHaveCountAsync(3);
        await visitor.InspectAsync("actividad-mismo-informe");

        await findings.First.GetByLabel("Su explicación").FillAsync(Reason);
        await findings.First.GetByLabel("Decir lo mismo en las otras observaciones").CheckAsync();
        await findings.First.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(findings.Filter(new() { HasText = $"Explicada: {Reason}" })).ToHaveCountAsync(3);
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "en 3 observaciones" }))
            .ToHaveCountAsync(1);
        (await StatesAsync(app)).ShouldBe(["explained", "explained", "explained"]);
    }

    [Fact]
    public async Task Explanation_ForOne_LeavesTheOthers()
    {
        await using var app = await StartAsync();
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await ActivityPage.OpenAsync(visitor);
        var findings = Findings(visitor, "sustenta otra actividad");
        await findings.Nth(1).GetByLabel("Su explicación").FillAsync("Todavía no la envío.");

        await findings.First.GetByLabel("Su explicación").FillAsync(Reason);
        await findings.First.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(findings.First).ToContainTextAsync($"Explicada: {Reason}");
        await Assertions.Expect(findings.Nth(1).GetByLabel("Su explicación")).ToHaveValueAsync("Todavía no la envío.");
        (await StatesAsync(app)).ShouldBe(["explained", "open", "open"], ignoreOrder: true);
    }

    [Fact]
    public async Task Decision_ForAllAlike_IsKeptForEach()
    {
        await using var app = await StartAsync();
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/revision?actividad=35");
        var findings = Findings(visitor, "sustenta otra actividad");
        await Assertions.Expect(findings).ToHaveCountAsync(3);

        await findings.First.Locator("summary").ClickAsync();
        await findings.First.GetByLabel("Motivo").FillAsync(Reason);
        await findings.First.GetByLabel("Decidir lo mismo de las otras observaciones").CheckAsync();
        await visitor.InspectAsync("revision-mismo-informe");
        await findings.First.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();

        await Assertions.Expect(findings.Filter(new() { HasText = $"Descartada. {Reason}" })).ToHaveCountAsync(3);
        (await StatesAsync(app)).ShouldBe(["resolved", "resolved", "resolved"]);
    }

    [Fact]
    public async Task Explanation_ConnectionIsLostHalfway_SaysSoAndCanBeSentAgain()
    {
        await using var app = await StartAsync();
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        await ActivityPage.OpenAsync(visitor);
        var first = Findings(visitor, "sustenta otra actividad").First;
        var (sent, isLost) = (0, true);
        await visitor.Page.RouteAsync(
            "**/explanation",
            route => isLost && ++sent > 1 ? route.AbortAsync() : route.ContinueAsync()
        );

        await first.GetByLabel("Su explicación").FillAsync(Reason);
        await first.GetByLabel("Decir lo mismo en las otras observaciones").CheckAsync();
        await first.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(first).ToContainTextAsync("Se guardó en 1 de 3 observaciones");
        await Assertions.Expect(first.GetByLabel("Su explicación")).ToHaveValueAsync(Reason);
        (await StatesAsync(app)).ShouldBe(["explained", "open", "open"], ignoreOrder: true);

        isLost = false;
        await first.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions
            .Expect(Findings(visitor, "sustenta otra actividad").Filter(new() { HasText = $"Explicada: {Reason}" }))
            .ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Decision_ForAllAlike_LeavesWhatIsDecided()
    {
        await using var app = await StartAsync();
        var decided = (await SameNumbersAsync(app))[^1];
        var resolution = $"{AppDriver.Plan()}/periods/2023-II/findings/{decided["id"]}/resolution";
        (await app.Secretariat().PutAsync(resolution, null, new { decision = "confirm", note = "" })).ShouldBeOk();
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/revision?actividad=35");
        var findings = Findings(visitor, "sustenta otra actividad");
        var open = findings.Filter(new() { HasNotText = "Confirmada." }).First;

        await open.Locator("summary").ClickAsync();
        await open.GetByLabel("Motivo").FillAsync(Reason);
        await open.GetByLabel("Decidir lo mismo de las otras observaciones").CheckAsync();
        await open.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();

        await Assertions.Expect(findings.Filter(new() { HasText = $"Descartada. {Reason}" })).ToHaveCountAsync(2);
        await Assertions.Expect(findings.Filter(new() { HasText = "Confirmada." })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Decision_OneIsRefused_SaysOfHowManyItIsKept()
    {
        await using var app = await StartAsync();
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/revision?actividad=35");
        var first = Findings(visitor, "sustenta otra actividad").First;
        var sent = 0;
        await visitor.Page.RouteAsync(
            "**/resolution",
            route =>
                ++sent == 2
                    ? route.FulfillAsync(new() { Status = 409, Body = """{"detail":"Otra persona la cambió."}""" })
                    : route.ContinueAsync()
        );

        await first.Locator("summary").ClickAsync();
        await first.GetByLabel("Motivo").FillAsync(Reason);
        await first.GetByLabel("Decidir lo mismo de las otras observaciones").CheckAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();

        await Assertions
            .Expect(first)
            .ToContainTextAsync("Se guardó en 1 de 3 observaciones. En las otras, no: Otra persona la cambió.");
        (await StatesAsync(app)).ShouldBe(["resolved", "open", "open"], ignoreOrder: true);
    }

    private static ILocator Findings(Visitor visitor, string title) =>
        visitor.Page.Locator(".finding").Filter(new() { HasText = title });

    private static async Task<IReadOnlyList<string>> StatesAsync(AppDriver app) =>
        [.. (await SameNumbersAsync(app)).Select(finding => (string)finding["state"]!)];

    private static async Task<IReadOnlyList<JsonNode>> SameNumbersAsync(AppDriver app) =>
        [
            .. (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/periods/2023-II/activities/35/findings"))
                .ShouldBeOk()
                .Json.AsArray()
                .Select(finding => finding!)
                .Where(finding => (string?)finding["code"] == "same-number"),
        ];

    /// <summary>Four activities are sent with the same report.</summary>
    private async Task<AppDriver> StartAsync()
    {
        var plan = Activities.Aggregate(new TestPlan(), (builder, number) => builder.Activity(number)).Build();
        var app = await FormApp.StartAsync(azurite, plan: plan);
        foreach (var number in Activities)
        {
            var submission = SentProgress.Submission(Guid.NewGuid());
            (await app.Secretariat().PutAsync(AppDriver.Progress(number), 0, submission)).ShouldBeOk();
            await DeskApp.ExamineAsync(app, number);
        }

        // The first did not know of the others yet.
        await DeskApp.ExamineAsync(app, 35);
        return app;
    }
}
