using Avance.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Drivers;

/// <summary>What every page must be, and its picture.</summary>
public static class PageInspection
{
    /// <summary>The rules of WCAG 2.2 AA, as axe names them.</summary>
    public static string[] Wcag { get; } = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>What axe finds on the page as it stands: nothing.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page, params string[] rules)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags(rules) });
        found
            .Violations.Select(violation =>
                $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"
            )
            .ShouldBeEmpty();
    }

    /// <summary>Nothing is cut off or wider than the window.</summary>
    public static async Task ShouldFitAsync(this IPage page) =>
        (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        ).ShouldBe(0);

    /// <summary>Keeps a picture of the whole page below <c>artifacts/screenshots</c>.</summary>
    public static async Task PhotographAsync(this IPage page, string name) =>
        await page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = RepositoryRoot.File(Path.Combine("artifacts", "screenshots", $"{name}.png")),
                FullPage = true,
            }
        );
}
