using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>The review queue by what was found of the activities.</summary>
public sealed class QueueFilterTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Queue_ByFindings_ShowsThoseAndKeepsTheFilterOnTheWayBack()
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await DeskApp.WaitForFactsAsync(app);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, "/revision");
        var activities = visitor.Page.Locator("#page table a");
        await Assertions.Expect(activities).ToHaveCountAsync(5);

        await visitor.Id("observaciones").SelectOptionAsync("con");
        await Assertions.Expect(activities).ToHaveCountAsync(1);
        await Assertions.Expect(activities.First).ToContainTextAsync($"{DeskApp.Doubtful}.");
        await visitor.InspectAsync("revision-con-observaciones");

        await activities.First.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Volver a la lista" }).ClickAsync();
        await Assertions.Expect(visitor.Id("observaciones")).ToHaveValueAsync("con");
        await Assertions.Expect(activities).ToHaveCountAsync(1);

        await visitor.Id("observaciones").SelectOptionAsync("sin");
        await Assertions.Expect(activities).ToHaveCountAsync(4);
        await visitor.Button("Quitar filtros").ClickAsync();
        await Assertions.Expect(activities).ToHaveCountAsync(5);
    }
}
