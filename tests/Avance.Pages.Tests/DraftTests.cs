using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What is left on a device while the activity changes elsewhere.</summary>
public sealed class DraftTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private const string Typed = "Esto se escribió sin conexión.";

    [Fact]
    public async Task Draft_OfAPeriodThatClosedMeanwhile_StaysUntilItIsReopened()
    {
        await using var app = await FormApp.StartAsync(azurite, TestPlan.Closes.AddMinutes(-5));
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync("**/progress", route => route.AbortAsync());
        await page.Narrative.FillAsync(Typed);
        await Assertions.Expect(page.Status).ToContainTextAsync("Sin conexión con el servidor");
        await visitor.Page.UnrouteAllAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        await page.GoAsync();
        await Assertions.Expect(visitor.Text("El periodo está cerrado")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Id("kept")).ToContainTextAsync(Typed);
        await visitor.InspectAsync("actividad-cerrada-con-cambios-en-el-equipo");
        var reopen = new ReopenPeriod { Period = TestPlan.Second, Closes = DayOrTime.Parse("2024-02-20", null) };
        await FormApp.AmendAsync(app, reopen);
        await page.GoAsync();

        await Assertions.Expect(page.Narrative).ToHaveValueAsync(Typed);
        await page.SavedAsync();
    }

    [Fact]
    public async Task Draft_OfWhatSomebodyElseSentMeanwhile_IsShownUntilItIsDiscarded()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync("**/progress", route => route.AbortAsync());
        await page.Narrative.FillAsync(Typed);
        await Assertions.Expect(page.Status).ToContainTextAsync("Sin conexión con el servidor");
        (
            await app.Reporter().PutAsync(AppDriver.Progress(35), 0, SentProgress.Submission(Guid.NewGuid()))
        ).ShouldBeOk();
        await visitor.Page.UnrouteAllAsync();

        await page.GoAsync();
        await Assertions.Expect(visitor.Text("Está enviada.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Id("kept")).ToContainTextAsync(Typed);
        await visitor.Button("Descartar lo de este equipo").ClickAsync();
        await Assertions.Expect(visitor.Id("kept")).ToHaveCountAsync(0);
        await page.GoAsync();

        await Assertions.Expect(visitor.Text("Está enviada.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Id("kept")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Draft_OfAnActivityThatHasAnotherGoalSince_IsStillThere()
    {
        var number = new ActivityNumber(35);
        var plan = FormApp.Plan();
        plan = plan with { Goals = [.. plan.Goals, new Goal(number, 2022, 5, GoalMeasure.Count)] };
        await using var app = await FormApp.StartAsync(azurite, plan: plan);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync("**/progress", route => route.AbortAsync());
        await page.Narrative.FillAsync(Typed);
        await page.Executed().FillAsync("8");
        await Assertions.Expect(page.Status).ToContainTextAsync("Sin conexión con el servidor");
        await visitor.Page.UnrouteAllAsync();
        var carried = new CarryGoalOver
        {
            Activity = number,
            Year = 2022,
            ToYear = 2023,
        };
        await FormApp.AmendAsync(app, carried);

        await page.GoAsync();

        await Assertions.Expect(page.Narrative).ToHaveValueAsync(Typed);
        await Assertions.Expect(page.Executed()).ToHaveValueAsync("8");
        await Assertions.Expect(page.Executed(2022)).ToHaveValueAsync("");
    }
}
