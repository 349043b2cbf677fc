using Avance.Functions.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Avance.Functions.Tests.Access;

/// <summary>What the app writes down of a whole day's work.</summary>
public sealed class SecretsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Logs_OfAWholeSession_HaveNoTokenCookieNorPerson()
    {
        using var logs = new FakeLoggerProvider();
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            environment: "Production",
            configure: builder =>
            {
                AppDriver.SignIn(builder);
                builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
                builder.Logging.AddFilter("Avance", LogLevel.Trace).AddFilter("Azure", LogLevel.Trace);
            }
        );
        await app.AddAsync(new TestPlan().Activity(34).Build());
        var token = await Browser.LinkAsync(app);
        var browser = await new Browser(app).EnterAsync(token);
        var principal = new TestPrincipal(Guid.NewGuid(), "Avance.NationalSecretariat");

        await browser.Page.GetAsync("/api/plans");
        (await browser.Page.PutAsync(AppDriver.Progress(34), 0, SentProgress.Draft(Guid.NewGuid()))).ShouldBeOk();
        (await UploadAsync(browser)).ShouldBeOk();
        await app.With(principal.Header(), ("Authorization", "Bearer eyJ.secreto")).GetAsync("/api/plans");
        await new Browser(app).PressAsync(token[..^1] + "x");
        await app.As(null).GetAsync($"/entrar?token={token}");
        await browser.Bare.PutAsync(AppDriver.Progress(34), 1, "{");
        await browser.Bare.SendAsync(HttpMethod.Post, "/salir");

        var written = logs
            .Collector.GetSnapshot()
            .SelectMany(record => record.Scopes.Append($"{record.Message} {record.Exception}"))
            .Select(text => $"{text}")
            .ToList();
        written.ShouldContain(line => line.Contains("version 1", StringComparison.Ordinal));
        string[] secrets =
        [
            token,
            browser.Cookie.Split('=', 2)[1],
            browser.AntiForgery,
            principal.ToHeader(),
            "eyJ.secreto",
            "rosa.quispe@mimp.gob.pe",
            "Rosa Quispe",
        ];
        secrets.ShouldAllBe(secret => secret.Length > 8);
        written
            .Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    private static string Evidence => $"{AppDriver.Plan()}/periods/2023-II/activities/34/evidence";

    private static async Task<Answer> UploadAsync(Browser browser)
    {
        using var content = new MultipartFormDataContent();
        content.Headers.Add("X-Upload-Id", Guid.NewGuid().ToString());
        content.Add(new StringContent("22 mujeres"), "file", "Lista de Rosa Quispe.txt");
        return await browser.Page.SendAsync(HttpMethod.Post, Evidence, content: content);
    }
}
