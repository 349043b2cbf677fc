using System.Net;
using Avance.Testing;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Local.Tests.SendGrid;

/// <summary>What the app relies on of the client, whichever flavour is built.</summary>
public sealed class SendGridClientTests
{
    private const string Refusal = """
        {"errors":[{"message":"The from address does not match a verified Sender Identity.","field":"from","help":null}]}
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendEmailAsync_AcceptedMail_PostsJsonWithTheKey()
    {
        await using var service = await LoopbackService.StartAsync(Accepted());
        var client = Client(service);

        await client.SendEmailAsync(Mail(), Cancel);

        var request = service.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe("/v3/mail/send");
        request.Header("Authorization").ShouldBe("Bearer SG.key");
        request.Header("Content-Type").ShouldBe("application/json");
        request.Header("Accept").ShouldBe("application/json");
        request.Header("User-Agent").ShouldNotBeNull().ShouldStartWith("sendgrid/");
        request.Json.GetProperty("subject").GetString().ShouldBe("Recordatorio");
    }

    [Fact]
    public async Task SendEmailAsync_AcceptedMail_ReturnsStatusAndMessageId()
    {
        await using var service = await LoopbackService.StartAsync(Accepted());

        var response = await Client(service).SendEmailAsync(Mail(), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.IsSuccessStatusCode.ShouldBeTrue();
        response.Headers.GetValues("X-Message-Id").ShouldBe(["m-1"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task SendEmailAsync_RefusedMail_ReturnsTheAnswerWithoutThrowing(int status)
    {
        await using var service = await LoopbackService.StartAsync(new LoopbackAnswer(status, Refusal));

        var response = await Client(service).SendEmailAsync(Mail(), Cancel);

        ((int)response.StatusCode).ShouldBe(status);
        response.IsSuccessStatusCode.ShouldBeFalse();
        (await response.Body.ReadAsStringAsync(Cancel)).ShouldBe(Refusal);
    }

    [Fact]
    public async Task SendEmailAsync_BusyService_SendsOnce()
    {
        await using var service = await LoopbackService.StartAsync(new LoopbackAnswer(503, Refusal));

        await Client(service).SendEmailAsync(Mail(), Cancel);

        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendEmailAsync_TooManyRequests_ReturnsWhenToComeBack()
    {
        await using var service = await LoopbackService.StartAsync(
            new LoopbackAnswer(429, Refusal)
            {
                Headers = new Dictionary<string, string> { ["X-RateLimit-Reset"] = "1701000000" },
            }
        );

        var response = await Client(service).SendEmailAsync(Mail(), Cancel);

        response.Headers.GetValues("X-RateLimit-Reset").ShouldBe(["1701000000"]);
    }

    [Fact]
    public async Task SendEmailAsync_NothingListens_Throws()
    {
        var service = await LoopbackService.StartAsync(Accepted());
        var client = Client(service);
        await service.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => client.SendEmailAsync(Mail(), Cancel));
    }

    [Fact]
    public async Task SendEmailAsync_Cancelled_Throws()
    {
        await using var service = await LoopbackService.StartAsync(Accepted());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Client(service).SendEmailAsync(Mail(), cancelled.Token)
        );
    }

    [Fact]
    public async Task SendEmailAsync_HostWithoutSlashAndOwnHeaders_KeepsBoth()
    {
        await using var service = await LoopbackService.StartAsync(Accepted());
        using var http = new HttpClient();
        var client = new SendGridClient(
            http,
            new SendGridClientOptions
            {
                ApiKey = "SG.key",
                Host = service.Address.ToString().TrimEnd('/'),
                RequestHeaders = new Dictionary<string, string> { ["On-Behalf-Of"] = "mimp" },
            }
        );

        await client.SendEmailAsync(Mail(), Cancel);

        var request = service.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/v3/mail/send");
        request.Header("On-Behalf-Of").ShouldBe("mimp");
    }

    [Fact]
    public async Task RequestAsync_QueryParameters_AreSent()
    {
        await using var service = await LoopbackService.StartAsync(new LoopbackAnswer(200, "[]"));

        await Client(service)
            .RequestAsync(
                BaseClient.Method.GET,
                queryParams: """{"limit": 10, "category": ["a", "b"]}""",
                urlPath: "suppression/bounces",
                cancellationToken: Cancel
            );

        var request = service.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("GET");
        request.Path.ShouldBe("/v3/suppression/bounces");
        request.Query["limit"].ShouldBe("10");
        request.Query["category"].ShouldBe("a,b");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void ApiKey_Empty_Throws(string? key) =>
        Should.Throw<ArgumentNullException>(() => new SendGridClientOptions { ApiKey = key });

    private static LoopbackAnswer Accepted() =>
        new(202) { Headers = new Dictionary<string, string> { ["X-Message-Id"] = "m-1" } };

    private static SendGridClient Client(LoopbackService service) =>
        new SendGridClient(new SendGridClientOptions { ApiKey = "SG.key", Host = service.Address.ToString() });

    private static SendGridMessage Mail()
    {
        var mail = new SendGridMessage
        {
            From = new EmailAddress("avance@example.pe", "Avance"),
            Subject = "Recordatorio",
            PlainTextContent = "Falta reportar.",
        };
        mail.AddTo("unidad@example.pe");
        return mail;
    }
}
