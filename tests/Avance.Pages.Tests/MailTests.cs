using Avance.Pages.Tests.Drivers;

namespace Avance.Pages.Tests;

/// <summary>Each mail, as the golden files have it, in the window of a telephone and in that of a mail program.</summary>
public sealed class MailTests(ChromiumFixture chromium)
{
    private const int Height = 900;
    private static readonly int[] Widths = [320, 800];

    public static TheoryData<string> Stages =>
        [.. Directory.EnumerateFiles(Folder, "*.html").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    private static string Folder => RepositoryRoot.File("tests/Avance.Functions.Tests/Reminders/Golden");

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Mail_OfEachStage_FitsCanBeReadAndLoadsNothing(string stage)
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        var mail = Path.Combine(Folder, $"{stage}.html");

        await page.SetContentAsync(await File.ReadAllTextAsync(mail, TestContext.Current.CancellationToken));

        await page.ShouldBeAccessibleAsync(PageInspection.Wcag);
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, Height);
            await page.PhotographAsync($"correo-{stage}-{width}");
            await page.ShouldFitAsync();
        }

        requests.ShouldBeEmpty();
    }
}
