using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Drivers;

/// <summary>What every page must be, and its picture.</summary>
public static class PageInspection
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules of WCAG 2.2 AA, as axe names them.</summary>
    public static string[] Wcag { get; } = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>What axe finds on the page as it stands: nothing.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page, params string[] rules)
    {
        // Not by the package for Playwright, which opens another window each time, where it puts the results of frames
        // together: the pages have none.
        page.Frames.ShouldHaveSingleItem();
        await page.EvaluateAsync(Axe);
        (
            await page.EvaluateAsync<string[]>(
                """
                async tags => {
                  const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
                  return violations.map(one => `${one.id}: ${one.help} ${one.nodes.map(node => node.html).join(' | ')}`);
                }
                """,
                rules
            )
        ).ShouldBeEmpty();
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
