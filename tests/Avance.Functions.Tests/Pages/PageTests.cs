using Avance.Functions.Http;
using Avance.Functions.Pages;
using Avance.Functions.Tests.Drivers;
using HtmlAgilityPack;

namespace Avance.Functions.Tests.Pages;

/// <summary>Pages, and what is said with every answer.</summary>
public sealed class PageTests(SharedApp shared, AzuriteFixture azurite) : IClassFixture<SharedApp>
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["Cache-Control"] = "no-store",
        ["X-Content-Type-Options"] = "nosniff",
        ["Content-Security-Policy"] =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["X-Robots-Tag"] = "noindex",
    };

    [Theory]
    [InlineData("GET", "/entrar", 200)]
    [InlineData("POST", "/entrar", 403)]
    [InlineData("GET", "/inicio", 200)]
    [InlineData("POST", "/salir", 200)]
    [InlineData("GET", "/api/health", 200)]
    [InlineData("GET", "/api/plans", 401)]
    [InlineData("GET", "/assets/nada.css", 404)]
    public async Task Answer_OfAnyKind_SaysWhatBrowsersMayDo(string method, string path, int status)
    {
        var answer = await shared.App.As(null).SendAsync(new HttpMethod(method), path);

        answer.Status.ShouldBe(status, answer.Text);
        foreach (var (name, value) in Headers)
        {
            answer.Header(name).ShouldBe(value, name);
        }

        answer.Header("Strict-Transport-Security").ShouldBeNull();
    }

    [Fact]
    public async Task Answer_InProduction_InsistsOnHttps()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), environment: "Production");

        (await app.As(null).GetAsync("/entrar"))
            .Header("Strict-Transport-Security")
            .ShouldBe("max-age=31536000; includeSubDomains");
    }

    [Fact]
    public async Task Pages_WhatTheyLoad_IsTheAppsOwnAndNothingIsInline()
    {
        var pages = HttpFunction
            .All.Where(function => IsPage(function.Route))
            .Select(function => (Method: new HttpMethod(function.Method), function.Path))
            .ToArray();
        pages.Length.ShouldBeGreaterThan(ModulePage.All.Count);
        foreach (var (method, file) in pages)
        {
            var page = new HtmlDocument();
            page.LoadHtml((await shared.App.As(null).SendAsync(method, file)).Text);
            var root = page.DocumentNode;
            root.SelectSingleNode("/html")!.GetAttributeValue("lang", "").ShouldBe("es", file);
            root.SelectNodes("//h1")!.Count.ShouldBe(1, file);
            root.SelectNodes("//main")!.Count.ShouldBe(1, file);
            root.SelectSingleNode("//title")!.InnerText.ShouldEndWith("· Avance", Case.Sensitive, file);
            root.SelectNodes("//style | //*[@style] | //script[not(@src)] | //iframe | //base").ShouldBeNull(file);
            root.Descendants()
                .SelectMany(node => node.Attributes)
                .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
                .ShouldBeEmpty(file);
            var links = root.Descendants()
                .SelectMany(node => node.Attributes)
                .Where(attribute => attribute.Name is "src" or "href")
                .Select(attribute => attribute.Value!);
            foreach (var link in links)
            {
                if (link.StartsWith('#'))
                {
                    root.SelectSingleNode($"//*[@id='{Uri.UnescapeDataString(link[1..])}']")
                        .ShouldNotBeNull($"{file}: {link}");
                    continue;
                }

                (await shared.App.As(null).GetAsync(link)).Status.ShouldBe(200, $"{file}: {link}");
            }
        }
    }

    [Theory]
    [InlineData("avance.css", "text/css")]
    [InlineData("entrar.js", "text/javascript")]
    public async Task Asset_AskedForAgain_IsNotSentAgain(string name, string type)
    {
        var first = (await shared.App.As(null).GetAsync($"/assets/{name}")).ShouldBeOk();
        first.ContentType!.MediaType.ShouldBe(type);
        first.Header("Cache-Control").ShouldBe("no-cache");

        var again = await shared.App.With(("If-None-Match", first.Header("ETag")!)).GetAsync($"/assets/{name}");

        again.Status.ShouldBe(304);
        again.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/assets/avance.css")]
    [InlineData("/inicio")]
    public async Task File_ForABrowserThatTakesBrotli_IsCompressedAndSaysSo(string path)
    {
        var whole = (await shared.App.As(null).GetAsync(path)).ShouldBeOk();
        var compressed = (await shared.App.With(("Accept-Encoding", "gzip, br")).GetAsync(path)).ShouldBeOk();
        var refused = (await shared.App.With(("Accept-Encoding", "br;q=0")).GetAsync(path)).ShouldBeOk();

        compressed.Text.Length.ShouldBeLessThan(whole.Text.Length / 2);
        compressed.Header("ETag").ShouldNotBe(whole.Header("ETag"));
        compressed.Header("Vary").ShouldBe("Accept-Encoding");
        refused.Text.ShouldBe(whole.Text);
    }

    [Theory]
    [InlineData("..%2FPages%2Fentrar.html")]
    [InlineData("entrar.html")]
    [InlineData("Avance.Functions.Messages.resources")]
    public async Task Asset_ThatIsNone_IsNotFound(string name) =>
        (await shared.App.As(null).GetAsync($"/assets/{name}")).ShouldBeProblem(404, "asset-unknown");

    private static bool IsPage(string route) =>
        !route.StartsWith(Routes.Api, StringComparison.Ordinal)
        && !route.StartsWith("dev/", StringComparison.Ordinal)
        && route is not ("assets/{name}" or "{*path}");

    [Fact]
    public void Routes_OfPrograms_BeginWithApiAndOfPagesAreThese() =>
        HttpFunction
            .All.Where(function => !function.Route.StartsWith(Routes.Api, StringComparison.Ordinal))
            .Select(function => $"{function.Method} {function.Route}")
            .ShouldBe(
                [
                    "GET entrar",
                    "POST entrar",
                    "GET inicio",
                    "GET actividades/{number}",
                    "GET actividades/{number}/constancia",
                    "GET logros",
                    "GET revision",
                    "GET informes",
                    "GET informes/lectura",
                    "GET enmiendas",
                    "GET grupo",
                    "GET grupos",
                    "GET recordatorios",
                    "GET enlaces",
                    "GET importar",
                    "GET editar",
                    "GET atendidas",
                    "GET panorama",
                    "GET nacional",
                    "GET ayuda/unidades",
                    "GET ayuda/secretaria",
                    "POST salir",
                    "GET assets/{name}",
                    "GET dev/mail",
                    "GET dev/mail/{name}",
                    "GET {*path}",
                ],
                ignoreOrder: true
            );
}
