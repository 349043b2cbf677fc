using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Access;

/// <summary>From the secretariat that makes a link to the unit that works by it, and to its end.</summary>
public sealed class FormLinkApiTests(AzuriteFixture azurite)
{
    private const string Links = "/api/plans/plan-de-prueba/links";
    private readonly string storage = azurite.NewAccount();

    [Fact]
    public async Task Post_UnitAndPeriod_IsALinkThatWorksAndIsListedWithoutItsToken()
    {
        await using var app = await StartAsync();

        var made = await PostAsync(app, new { unit = "OGRH", period = "2023-II" });

        made.Status.ShouldBe(201, made.Text);
        var url = (string)made["url"]!;
        url.ShouldStartWith("http://localhost:7071/entrar#");
        ((DateTimeOffset)made["expires"]!).ShouldBe(app.Clock.GetUtcNow().AddDays(14));
        var browser = await new Browser(app).EnterAsync(Browser.TokenOf(url));
        var session = (await browser.Bare.GetAsync("/api/session")).ShouldBeOk();
        ((string)session["role"]!).ShouldBe("unitReporter");
        ((string)session["unit"]!).ShouldBe("OGRH");
        ((string)session["period"]!).ShouldBe("2023-II");
        var listed = (await app.Secretariat().GetAsync(Links)).ShouldBeOk();
        ((string)listed.Json[0]!["state"]!).ShouldBe("active");
        listed.Json[0]!["url"].ShouldBeNull();
        listed.Text.ShouldNotContain(Browser.TokenOf(url));
    }

    [Fact]
    public async Task Link_UnitRenamedSince_StillOpensItsForm()
    {
        await using var app = await StartAsync();
        var browser = await Browser.ByLinkAsync(app);
        var rename = new RenameUnit { Unit = new UnitCode("OGRH"), NewCode = new UnitCode("OGGTH") }.Valid();
        (
            await app.Secretariat()
                .PostAsync(
                    "/api/plans/plan-de-prueba/amendments",
                    null,
                    JsonSerializer.Serialize<Amendment>(rename, Json.Options)
                )
        ).ShouldBeOk();

        var work = (
            await browser.Page.GetAsync("/api/plans/plan-de-prueba/periods/2023-II/units/OGRH/work")
        ).ShouldBeOk();
        ((string)work["unit"]!["code"]!).ShouldBe("OGGTH");
        (await browser.Page.PutAsync(AppDriver.Progress(34), 0, SentProgress.Draft(Guid.NewGuid()))).ShouldBeOk();
    }

    [Theory]
    [InlineData("""{"unit":"NADIE","period":"2023-II"}""", "unit-unknown", "unit")]
    [InlineData("""{"unit":"OGRH","period":"2030-I"}""", "period-unknown", "period")]
    [InlineData("""{"unit":"OGRH"}""", "link-without-period", "period")]
    [InlineData("""{"period":"2023-II"}""", "link-without-unit", "unit")]
    public async Task Post_WhatThePlanDoesNotHave_IsRefused(string body, string code, string field)
    {
        await using var app = await StartAsync();

        (await PostAsync(app, body)).ShouldBeProblem(422, code, field);
    }

    [Fact]
    public async Task Show_LinkOpened_ChangesNothing()
    {
        await using var app = await StartAsync();
        var token = await Browser.LinkAsync(app);

        var page = await app.As(null).GetAsync("/entrar");

        page.Status.ShouldBe(200);
        page.ContentType!.MediaType.ShouldBe("text/html");
        page.Header("Set-Cookie").ShouldBeNull();
        (await app.As(null).GetAsync($"/entrar?token={token}")).Header("Set-Cookie").ShouldBeNull();
        (await app.As(null).SendAsync(HttpMethod.Head, "/entrar")).Header("Set-Cookie").ShouldBeNull();
    }

    [Theory]
    [InlineData("Development", "avance=", false)]
    [InlineData("Production", "__Host-avance=", true)]
    public async Task Enter_Cookie_IsOutOfReachOfScriptsAndOtherSites(string environment, string name, bool secure)
    {
        await using var app = await StartAsync(environment);

        var answer = await new Browser(app).PressAsync(await Browser.LinkAsync(app));

        answer.Status.ShouldBe(303, answer.Text);
        answer.Header("Location").ShouldBe("/inicio");
        var cookie = answer.Header("Set-Cookie").ShouldNotBeNull();
        cookie.ShouldStartWith(name);
        var attributes = cookie.Split("; ")[1..].Select(attribute => attribute.ToUpperInvariant()).ToArray();
        string[] expected = ["PATH=/", "SAMESITE=STRICT", "HTTPONLY", .. secure ? ["SECURE"] : Array.Empty<string>()];
        attributes.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Enter_TokenOfASessionOrCookieOfALink_IsNotTakenForTheOther()
    {
        await using var app = await StartAsync();
        var token = await Browser.LinkAsync(app);
        var browser = await new Browser(app).EnterAsync(token);

        var byCookie = await new Browser(app).PressAsync(browser.Cookie.Split('=', 2)[1]);
        var byToken = await app.With(("Cookie", $"avance={token}")).GetAsync("/api/session");

        byCookie.Status.ShouldBe(403);
        byCookie.Header("Set-Cookie").ShouldBeNull();
        byCookie.Text.ShouldContain("El enlace ya no sirve");
        byToken.ShouldBeProblem(401, "not-signed-in");
    }

    [Fact]
    public async Task Enter_ExpiredLink_IsRefused()
    {
        await using var app = await StartAsync();
        var token = await Browser.LinkAsync(app);

        app.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromTicks(1));
        (await new Browser(app).PressAsync(token)).Status.ShouldBe(303);
        app.Clock.Advance(TimeSpan.FromTicks(1));
        (await new Browser(app).PressAsync(token)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Session_AfterItsHoursOrItsLinks_HasEnded()
    {
        await using var app = await StartAsync();
        var token = await Browser.LinkAsync(app);
        var browser = await new Browser(app).EnterAsync(token);

        app.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromTicks(1));
        (await browser.Page.GetAsync("/api/session")).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromTicks(1));
        (await browser.Page.GetAsync("/api/session")).ShouldBeProblem(401, "not-signed-in");

        app.Clock.Advance(TimeSpan.FromDays(13) + TimeSpan.FromHours(6));
        browser = await new Browser(app).EnterAsync(token);
        app.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromTicks(1));
        (await browser.Page.GetAsync("/api/session")).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromTicks(1));
        (await browser.Page.GetAsync("/api/session")).ShouldBeProblem(401, "not-signed-in");
    }

    [Fact]
    public async Task Revoke_One_EndsItsSessionsAndNoOthers()
    {
        await using var app = await StartAsync();
        var made = await PostAsync(app, new { unit = "OGRH", period = "2023-II" });
        var token = Browser.TokenOf((string)made["url"]!);
        var browser = await new Browser(app).EnterAsync(token);
        var other = await Browser.ByLinkAsync(app);

        var path = $"{Links}/{made["id"]}";
        var revoked = (await app.Secretariat().SendAsync(HttpMethod.Delete, path)).ShouldBeOk();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = (await app.Secretariat().SendAsync(HttpMethod.Delete, path)).ShouldBeOk();

        again.Text.ShouldBe(revoked.Text);
        (await browser.Page.GetAsync("/api/session")).ShouldBeProblem(401, "not-signed-in");
        (await new Browser(app).PressAsync(token)).Status.ShouldBe(403);
        (await other.Page.GetAsync("/api/session")).ShouldBeOk();
        (await AuditAsync(app)).ShouldBe(
            ["createLink OGRH 2023-II", "createLink OGRH 2023-II", "revokeLink OGRH 2023-II"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Revoke_All_EndsThoseMadeUntilThen()
    {
        await using var app = await StartAsync();
        var before = await Browser.ByLinkAsync(app);

        var answer = await app.Secretariat().SendAsync(HttpMethod.Delete, Links);

        answer.Status.ShouldBe(204, answer.Text);
        (await before.Page.GetAsync("/api/session")).ShouldBeProblem(401, "not-signed-in");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await Browser.ByLinkAsync(app);
        (await after.Page.GetAsync("/api/session")).ShouldBeOk();
        (await app.Secretariat().GetAsync(Links))
            .ShouldBeOk()
            .Json.AsArray()
            .Select(link => (string?)link!["state"])
            .ShouldBe(["active", "revoked"]);
    }

    [Fact]
    public async Task Revoke_OnAnotherInstance_WorksHereWithinSeconds()
    {
        await using var here = await StartAsync();
        await using var there = await AppDriver.StartAsync(storage);
        var made = await PostAsync(there, new { unit = "OGRH", period = "2023-II" });
        var browser = await new Browser(here).EnterAsync(Browser.TokenOf((string)made["url"]!));

        (await there.Secretariat().SendAsync(HttpMethod.Delete, $"{Links}/{made["id"]}")).ShouldBeOk();
        here.Clock.Advance(TimeSpan.FromSeconds(10));

        (await browser.Page.GetAsync("/api/session")).ShouldBeProblem(401, "not-signed-in");
    }

    [Theory]
    [InlineData("AAAAAAAAAAAA")]
    [InlineData("x")]
    [InlineData("all")]
    [InlineData("a%2Fb")]
    [InlineData("AAAA%20AAAAAAAA")]
    public async Task Revoke_UnknownLink_IsNotFound(string id)
    {
        await using var app = await StartAsync();

        var answer = await app.Secretariat().SendAsync(HttpMethod.Delete, $"{Links}/{id}");

        answer.ShouldBeProblem(404, "link-unknown");
    }

    [Fact]
    public async Task Leave_Session_TakesTheCookieAway()
    {
        await using var app = await StartAsync();
        var browser = await Browser.ByLinkAsync(app);

        var answer = await browser.Bare.SendAsync(HttpMethod.Post, "/salir");

        answer.Status.ShouldBe(200);
        answer.Text.ShouldContain("Ha salido");
        answer.Header("Set-Cookie").ShouldNotBeNull().ShouldStartWith("avance=; expires=Thu, 01 Jan 1970");
    }

    [Fact]
    public async Task Secretariat_LinkToTheDesk_WorksOnADevelopersMachineOnly()
    {
        await using var app = await StartAsync();
        var made = await PostAsync(app, "{}");
        var token = Browser.TokenOf((string)made["url"]!);
        var browser = await new Browser(app).EnterAsync(token);
        (await browser.Page.GetAsync(Links)).ShouldBeOk();

        await using var production = await AppDriver.StartAsync(storage, environment: "Production");
        (await new Browser(production).PressAsync(token)).Status.ShouldBe(403);
        var cookie = browser.Cookie.Replace("avance=", "__Host-avance=", StringComparison.Ordinal);
        (await production.With(("Cookie", cookie)).GetAsync(Links)).ShouldBeProblem(401, "not-signed-in");
    }

    private static Task<Answer> PostAsync(AppDriver app, object body) => app.Secretariat().PostAsync(Links, null, body);

    private static async Task<IEnumerable<string>> AuditAsync(AppDriver app) =>
        (await StoredAudit.ReadAsync(app))
            .Where(entry => entry.Action != "import")
            .Select(entry => $"{entry.Action} {entry.Subject}");

    private async Task<AppDriver> StartAsync(string environment = "Development")
    {
        var app = await AppDriver.StartAsync(storage, environment: environment);
        await app.AddAsync(new TestPlan().Activity(34).Activity(35, "DTEG").Build());
        return app;
    }
}
