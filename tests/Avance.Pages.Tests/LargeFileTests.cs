using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Evidence;
using Avance.Functions.Tests.Drivers;
using Avance.Pages.Tests.Drivers;
using Avance.Testing;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>Files that are sent in parts.</summary>
public sealed class LargeFileTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    // Two parts and a bit of a third.
    private static readonly string Large = string.Concat(
        Enumerable.Repeat("Se ha informado a mujeres.\n", (2 * EvidenceLimits.PartBytes / 27) + 100)
    );

    [Fact]
    public async Task Upload_OfALargeFile_GoesInPartsAndArrivesWhole()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var requests = Requests(visitor.Page);

        await page.UploadAsync("informe \"ñ\" (1).txt", Large);

        await Assertions.Expect(page.Received).ToContainTextAsync("informe ñ (1).txt");
        requests.ShouldBe(["PUT parts/1", "PUT parts/2", "PUT parts/3", "POST parts"]);
        var file = (await app.Reporter().GetAsync(Evidence)).ShouldBeOk().Json.AsArray().ShouldHaveSingleItem()!;
        ((string)file["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Large))));
        await Assertions.Expect(page.Sending).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Upload_OfASmallFile_GoesInOneRequest()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var requests = Requests(visitor.Page);

        await page.UploadAsync("informe.txt", Large[..EvidenceLimits.PartBytes]);

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
        var requests = Requests(visitor.Page);
        await page.UploadAsync("informe.txt", Large);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");
        (await page.Sending.GetByRole(AriaRole.Progressbar).EvaluateAsync<double>("bar => bar.value")).ShouldBeInRange(
            0.4,
            0.99
        );
        await visitor.InspectAsync("archivo-grande-sin-conexion");
        await visitor.Page.UnrouteAllAsync();

        await visitor.Button("Reintentar ahora: informe.txt").ClickAsync();

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
        await page.UploadAsync("informe.txt", Large);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");
        await visitor.Page.UnrouteAllAsync();
        var requests = Requests(visitor.Page);

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
        await page.UploadAsync("informe.txt", Large);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se perdió la conexión");
        answers.ShouldContain(200);
        await visitor.Page.UnrouteAllAsync();
        var requests = Requests(visitor.Page);

        await visitor.Button("Reintentar ahora: informe.txt").ClickAsync();

        await Assertions.Expect(page.Sending).ToBeHiddenAsync();
        requests.ShouldBe(["POST parts"]);
        (await NamesAsync(app)).ShouldBe(["informe.txt"]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(413)]
    public async Task Upload_ThatTheHostDoesNotTake_IsSaidAndNotSentAgainByItself(int status)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync(
            "**/evidence/parts/*",
            route => route.FulfillAsync(new() { Status = status, Body = "" })
        );
        var requests = Requests(visitor.Page);

        await page.UploadAsync("informe.txt", Large);
        await page.UploadAsync("lista.csv", ActivityPage.People);

        await Assertions.Expect(page.Sending).ToContainTextAsync("El servidor no recibió «informe.txt»");
        await Assertions.Expect(page.Sending).ToContainTextAsync("hasta 100 MB");
        await Assertions.Expect(page.Received).ToContainTextAsync("lista.csv");
        await visitor.InspectAsync($"archivo-que-el-servidor-no-recibe-{status}");
        // What would have it tried again if anything did.
        await visitor.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await page.UploadAsync("otra.csv", ActivityPage.People);
        await Assertions.Expect(page.Received).ToContainTextAsync("otra.csv");
        requests.Count(request => request == "PUT parts/1").ShouldBe(1);
        await visitor.Page.UnrouteAllAsync();
        await visitor.Button("Reintentar ahora: informe.txt").ClickAsync();
        await Assertions.Expect(page.Received).ToContainTextAsync("informe.txt");
    }

    [Fact]
    public async Task Upload_SmallThatTheHostFailsAt_IsTriedAgain()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var failed = 0;
        await visitor.Page.RouteAsync(
            "**/evidence",
            route =>
                route.Request.Method == "POST" && failed++ == 0
                    ? route.FulfillAsync(new() { Status = 500, Body = "" })
                    : route.ContinueAsync()
        );

        await page.UploadAsync("lista.csv", ActivityPage.People);
        await Assertions.Expect(page.Sending).ToContainTextAsync("Se volverá a intentar");

        await Assertions.Expect(page.Received).ToContainTextAsync("lista.csv");
    }

    private static string Evidence => AppDriver.Progress(35).Replace("progress", "evidence", StringComparison.Ordinal);

    /// <summary>What the page sends from now on: the method and the end of the address.</summary>
    private static ConcurrentQueue<string> Requests(IPage page)
    {
        var requests = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            var from = path.LastIndexOf("/evidence", StringComparison.Ordinal);
            if (from >= 0 && request.Method != "GET")
            {
                var end = path[(from + 1)..].Replace("evidence/", "", StringComparison.Ordinal);
                requests.Enqueue($"{request.Method} {end}");
            }
        };
        return requests;
    }

    private static async Task<IEnumerable<string>> NamesAsync(AppDriver app) =>
        (await app.Reporter().GetAsync(Evidence)).ShouldBeOk().Json.AsArray().Select(file => (string)file!["name"]!);
}
