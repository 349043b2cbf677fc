using System.Text.Json.Nodes;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What the desk says when something behind it failed, or a figure is out of all proportion.</summary>
public sealed class DeskFailureTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task Claim_ThatCouldNotBeExamined_SaysSo(int width)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, width: width);
        // The host examines what was sent whenever it comes to it: only the answer is sure to stay.
        await visitor.Page.RouteAsync("**/overview", NotExaminedAsync);
        await visitor.Page.GotoAsync("/revision");
        await Assertions.Expect(visitor.Id("page")).ToContainTextAsync("No se pudo examinar");
        await visitor.InspectAsync($"revision-sin-examinar-{width}");

        await visitor.Page.GotoAsync($"/revision?actividad={DeskApp.Doubtful}");

        await Assertions.Expect(visitor.Id("page")).ToContainTextAsync("No se pudo examinar");
        await Assertions.Expect(visitor.Id("page")).ToContainTextAsync("revise usted lo enviado");
        await visitor.InspectAsync($"revision-actividad-sin-examinar-{width}");

        static async Task NotExaminedAsync(IRoute route)
        {
            var answer = await route.FetchAsync();
            var overview = JsonNode.Parse(await answer.TextAsync())!;
            var activity = overview["activities"]!
                .AsArray()
                .Single(one => one!["number"]!.ToString() == $"{DeskApp.Doubtful}")!;
            (activity["examined"], activity["doubts"], activity["serious"]) = (false, 0, 0);
            activity["notExaminedSince"] = "2023-12-11T00:30:00-05:00";
            await route.FulfillAsync(new() { Response = answer, Body = overview.ToJsonString() });
        }
    }

    /// <summary>An identity number in the wrong field, and the largest that a form takes.</summary>
    [Theory]
    [InlineData(1200, 46_781_234)]
    [InlineData(320, 1_000_000_000)]
    public async Task Figures_OfAnySize_AreShown(int width, int executed)
    {
        await using var app = await DeskApp.StartAsync(azurite);
        await DeskApp.SendAsync(app, DeskApp.Unsent, executed);
        await using var visitor = await DeskApp.ComeAsync(chromium, app, width: width);
        await Assertions
            .Expect(visitor.Id("page"))
            .ToContainTextAsync(executed == 46_781_234 ? "467,812,340 %" : "10,000,000,000 %");
        await visitor.InspectAsync($"mesa-cifra-{width}");

        await visitor.Page.GotoAsync("/revision");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Checkbox).First).ToBeVisibleAsync();
        await visitor.InspectAsync($"revision-cifra-{width}");
    }
}
