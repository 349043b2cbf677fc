using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Evidence;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>Files that are sent in parts.</summary>
public sealed class LargeFileTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    [Fact]
    public async Task Upload_OfALargeFile_GoesInPartsAndArrivesWhole()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var requests = SentFiles.Requests(visitor.Page);

        await page.UploadAsync("informe \"ñ\" (1).txt", SentFiles.Large);

        await Assertions.Expect(page.Received).ToContainTextAsync("informe ñ (1).txt");
        requests.ShouldBe(["PUT parts/1", "PUT parts/2", "PUT parts/3", "POST parts"]);
        var file = (await app.Reporter().GetAsync(Evidence)).ShouldBeOk().Json.AsArray().ShouldHaveSingleItem()!;
        ((string)file["sha256"]!).ShouldBe(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SentFiles.Large)))
        );
        await Assertions.Expect(page.Sending).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Upload_OfASmallFile_GoesInOneRequest()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var requests = SentFiles.Requests(visitor.Page);

        await page.UploadAsync("informe.txt", SentFiles.Large[..EvidenceLimits.PartBytes]);

        await Assertions.Expect(page.Received).ToContainTextAsync("informe.txt");
        requests.ShouldBe(["POST evidence"]);
    }

    [Fact]
    public async Task Upload_CutInAPart_GoesOnWithThatPart()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync("**/evidence/parts/2", route => route.AbortAsync("connectionreset"));
        var requests = SentFiles.Requests(visitor.Page);
        await page.UploadAsync("informe.txt", SentFiles.Large);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");
        (await page.Sending.GetByRole(AriaRole.Progressbar).EvaluateAsync<double>("bar => bar.value")).ShouldBeInRange(
            0.4,
            0.99
        );
        await visitor.InspectAsync("archivo-grande-sin-conexion");
        await Assertions.Expect(visitor.Button("Reintentar ahora: informe.txt")).ToBeVisibleAsync();
        await visitor.Page.UnrouteAllAsync();

        await RetryAsync(visitor);

        await Assertions.Expect(page.Received).ToContainTextAsync("informe.txt");
        requests.Count(request => request == "PUT parts/1").ShouldBe(1);
        requests.ShouldContain("PUT parts/3");
        (await NamesAsync(app)).ShouldBe(["informe.txt"]);
    }

    [Fact]
    public async Task Upload_WhenThePageIsClosedMeanwhile_GoesOnWithWhatIsMissing()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync("**/evidence/parts/3", route => route.AbortAsync("connectionreset"));
        await page.UploadAsync("informe.txt", SentFiles.Large);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");
        await visitor.Page.UnrouteAllAsync();
        var requests = SentFiles.Requests(visitor.Page);

        await page.GoAsync();

        await Assertions.Expect(page.Received).ToContainTextAsync("informe.txt");
        requests.ShouldBe(["POST parts", "PUT parts/3", "POST parts"]);
    }

    [Fact]
    public async Task Upload_WhoseLastAnswerIsLost_MakesNoCopy()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var answers = new ConcurrentQueue<int>();
        await visitor.Page.RouteAsync(
            "**/evidence/parts",
            async route =>
            {
                answers.Enqueue((await route.FetchAsync()).Status);
                await route.AbortAsync("connectionreset");
            }
        );
        await page.UploadAsync("informe.txt", SentFiles.Large);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");
        answers.ShouldContain(200);
        await visitor.Page.UnrouteAllAsync();
        var requests = SentFiles.Requests(visitor.Page);

        await RetryAsync(visitor);

        await Assertions.Expect(page.Sending).ToBeHiddenAsync();
        requests.ShouldBe(["POST parts"]);
        (await NamesAsync(app)).ShouldBe(["informe.txt"]);
    }

    [Fact]
    public async Task Upload_OfAFileThatChangesMeanwhile_IsSaidAndChosenAgain()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "informe.txt");
        await File.WriteAllTextAsync(file, SentFiles.Large, TestContext.Current.CancellationToken);
        await visitor.Page.RouteAsync("**/evidence/parts/2", route => route.AbortAsync("connectionreset"));
        await visitor.Page.GetByLabel("Elegir archivos").SetInputFilesAsync(file);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se volverá a intentar");

        await File.AppendAllTextAsync(file, "Y a hombres.\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(60));
        await SentFiles.TryAgainAsync(visitor.Page);

        await Assertions.Expect(page.Sending).ToContainTextAsync("cambió en este equipo mientras se enviaba");
        folder.Delete(recursive: true);
    }

    private static string Evidence => AppDriver.Progress(35).Replace("progress", "evidence", StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> NamesAsync(AppDriver app) =>
        (await app.Reporter().GetAsync(Evidence)).ShouldBeOk().Json.AsArray().Select(file => (string)file!["name"]!);

    /// <summary>
    /// Presses the button, if it is still there: the page also tries again by itself after a while, and a slow machine may take as
    /// long as that from one step of a test to the next.
    /// </summary>
    private static async Task RetryAsync(Visitor visitor) =>
        await visitor
            .Button("Reintentar ahora: informe.txt")
            .EvaluateAllAsync<object?>("buttons => buttons.forEach(button => button.click())");
}
