using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests;

/// <summary>What a page makes of the answers to the files that it sends.</summary>
public sealed class UploadAnswerTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    /// <summary>
    /// Something on the way says at once that it takes nothing as large. A host that answers nothing may have been started anew
    /// meanwhile: that is believed once it comes again and again.
    /// </summary>
    [Theory]
    [InlineData(500, 5)]
    [InlineData(413, 1)]
    public async Task Upload_ThatTheHostDoesNotTake_IsSaidAndNotSentAgainByItself(int status, int tries)
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync(
            "**/evidence/parts/*",
            route => route.FulfillAsync(new() { Status = status, Body = "" })
        );
        var requests = SentFiles.Requests(visitor.Page);

        await page.UploadAsync("informe.txt", SentFiles.Large);
        await page.UploadAsync("lista.csv", ActivityPage.People);
        var said = Assertions
            .Expect(page.Sending)
            .ToContainTextAsync("El servidor no recibió «informe.txt»", new() { Timeout = 120_000 });
        while (!said.IsCompleted)
        {
            await SentFiles.TryAgainAsync(visitor.Page);
            await Task.WhenAny(said, Task.Delay(200, TestContext.Current.CancellationToken));
        }

        await said;
        await Assertions.Expect(page.Sending).ToContainTextAsync("hasta 100 MB");
        await Assertions.Expect(page.Received).ToContainTextAsync("lista.csv");
        await visitor.InspectAsync($"archivo-que-el-servidor-no-recibe-{status}");
        // What would have it tried again if anything did.
        await SentFiles.TryAgainAsync(visitor.Page);
        await page.UploadAsync("otra.csv", ActivityPage.People);
        await Assertions.Expect(page.Received).ToContainTextAsync("otra.csv");
        requests.Count(request => request == "PUT parts/1").ShouldBe(tries);
        (await SentFiles.KeptAsync(visitor.Page)).ShouldBe(1);
        await page.Send.ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("1 archivo no llegó al servidor.")).ToBeVisibleAsync();
        await visitor.Page.UnrouteAllAsync();
        await visitor.Button("Reintentar ahora: informe.txt").ClickAsync();
        await Assertions.Expect(page.Received).ToContainTextAsync("informe.txt");
    }

    /// <summary>The app was started anew meanwhile.</summary>
    [Fact]
    public async Task Upload_WhosePartTheHostFailsAtOnce_GoesOnByItself()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        var failed = 0;
        await visitor.Page.RouteAsync(
            "**/evidence/parts/2",
            route => failed++ == 0 ? route.FulfillAsync(new() { Status = 500, Body = "" }) : route.ContinueAsync()
        );

        await page.UploadAsync("informe.txt", SentFiles.Large);

        await Assertions.Expect(page.Received).ToContainTextAsync("informe.txt", new() { Timeout = 30_000 });
        failed.ShouldBe(2);
    }

    /// <summary>What says nothing of the file loses nothing of it: a line that stalls, or what is on the way.</summary>
    [Fact]
    public async Task Upload_AnswersThatSayNothingOfTheFile_KeepItAndTryAgain()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        (int Status, string Body)[] answers =
        [
            (408, ""),
            (400, """{"type":"urn:avance:upload-malformed","code":"upload-malformed","detail":"Incompleto."}"""),
            (408, """{"type":"urn:avance:bad-request","code":"bad-request","detail":"Tarde."}"""),
            (400, ""),
            (403, "<html>Prohibido</html>"),
            (404, """{"code":"404","message":"Not found"}"""),
            (200, "<html>Inicie sesión en la red</html>"),
            (429, """{"type":"urn:avance:too-many-requests","code":"too-many-requests","detail":"Espere."}"""),
            (502, "<html>Bad gateway</html>"),
        ];
        foreach (var (index, (status, body)) in answers.Index())
        {
            var name = $"lista {index}.csv";
            await visitor.Page.RouteAsync(
                "**/evidence",
                route =>
                    route.Request.Method == "POST"
                        ? route.FulfillAsync(new() { Status = status, Body = body })
                        : route.ContinueAsync()
            );

            await page.UploadAsync(name, ActivityPage.People);

            await Assertions.Expect(page.Sending).ToContainTextAsync("Se volverá a intentar");
            (await SentFiles.KeptAsync(visitor.Page)).ShouldBe(1, $"{status} {body}");
            await visitor.Page.UnrouteAllAsync();
            await SentFiles.TryAgainAsync(visitor.Page);
            await Assertions.Expect(page.Received).ToContainTextAsync(name);
        }
    }

    /// <summary>What the app itself says of the file is the same each time.</summary>
    [Fact]
    public async Task Upload_RefusedByTheAppForTheFile_IsNotKept()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);

        await page.UploadAsync("programa.exe", "MZ\u0090\0\u0003\0\0\0");

        await Assertions.Expect(page.Sending).ToContainTextAsync("no es un documento que sirva de evidencia");
        (await SentFiles.KeptAsync(visitor.Page)).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_WhosePartsAreMissingAgainAndAgain_IsKeptAndSaidWhenItIsSent()
    {
        await using var app = await FormApp.StartAsync(azurite);
        await using var visitor = await Visitor.ComeAsync(chromium, app);
        var page = await ActivityPage.OpenAsync(visitor);
        await visitor.Page.RouteAsync(
            "**/evidence/parts",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        Status = 409,
                        Body =
                            """{"type":"urn:avance:upload-parts-missing","code":"upload-parts-missing","detail":"Faltan.","missing":[1]}""",
                    }
                )
        );
        var requests = SentFiles.Requests(visitor.Page);

        await page.UploadAsync("informe.txt", SentFiles.Large);

        await Assertions.Expect(page.Sending).ToContainTextAsync("no recibió completo «informe.txt»");
        requests.Count(request => request == "PUT parts/1").ShouldBe(3);
        (await SentFiles.KeptAsync(visitor.Page)).ShouldBe(1);
        await page.Send.ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("1 archivo no llegó al servidor.")).ToBeVisibleAsync();
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
}
