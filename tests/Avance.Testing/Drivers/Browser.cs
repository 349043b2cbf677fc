using Avance.Functions.Access;
using Avance.Testing.Builders;

namespace Avance.Testing.Drivers;

/// <summary>A browser that came by a form link: it keeps the cookie, and sends what browsers send.</summary>
public sealed class Browser(AppDriver app)
{
    private static readonly (string Name, string Value) SameOrigin = ("Sec-Fetch-Site", "same-origin");

    private const string AntiForgeryHeader = "X-Avance-Antiforgery";

    public string Cookie { get; private set; } = "";

    public string AntiForgery { get; private set; } = "";

    /// <summary>As a page of the app asks, with the token that it has read.</summary>
    public ApiClient Page => app.With(SameOrigin, ("Cookie", Cookie), (AntiForgeryHeader, AntiForgery));

    /// <summary>As the browser does on its own, or another page makes it.</summary>
    public ApiClient Bare => app.With(SameOrigin, ("Cookie", Cookie));

    /// <summary>Makes a link as the secretariat does, and comes by it.</summary>
    public static async Task<Browser> ByLinkAsync(
        AppDriver app,
        string? unit = "OGRH",
        string? period = "2023-II",
        PlanId? plan = null
    ) => await new Browser(app).EnterAsync(await LinkAsync(app, unit, period, plan));

    /// <returns>The token of a new link.</returns>
    public static async Task<string> LinkAsync(
        AppDriver app,
        string? unit = "OGRH",
        string? period = "2023-II",
        PlanId? plan = null
    )
    {
        var link = await app.Get<FormLinkHandler>()
            .CreateAsync(
                plan ?? TestPlan.Id,
                new LinkRequest(
                    unit is null ? null : new UnitCode(unit),
                    period is null ? null : Period.Parse(period, null)
                ),
                new Caller(Role.Secretariat, plan ?? TestPlan.Id, null, "test"),
                allowsSecretariat: true,
                TestContext.Current.CancellationToken
            );
        return TokenOf(link.Value.ShouldNotBeNull().Url.ShouldNotBeNull().ToString());
    }

    public static string TokenOf(string url) => url[(url.IndexOf('#', StringComparison.Ordinal) + 1)..];

    /// <summary>Presses the button of the link's page, and goes where it leads.</summary>
    public async Task<Browser> EnterAsync(string token)
    {
        var answer = await PressAsync(token);
        answer.Status.ShouldBe(303, answer.Text);
        Cookie = answer.Header("Set-Cookie").ShouldNotBeNull().Split(';')[0];
        AntiForgery = (string?)(await Bare.GetAsync("/api/session")).ShouldBeOk()["antiForgery"] ?? "";
        return this;
    }

    public Task<Answer> PressAsync(string token) =>
        app.With(SameOrigin)
            .SendAsync(
                HttpMethod.Post,
                "/entrar",
                content: new FormUrlEncodedContent([KeyValuePair.Create("token", token)])
            );
}
