using System.Text;
using Avance.Functions.Reminders.Content;
using Avance.Functions.Reminders.Sending;
using Microsoft.Extensions.Options;
using SendGrid;

namespace Avance.Functions.Tests.Reminders;

/// <summary>What is said to SendGrid, and what is made of its answers.</summary>
public sealed class SendGridTransportTests
{
    private static readonly OutgoingMail Mail = new(
        "20240108.0123456789abcdef0123456789abcdef",
        new EmailAddress("ana@entidad.example"),
        "Ana Flores",
        new EmailAddress("sara@entidad.example"),
        new MailContent("Faltan 7 días", "<p>Hola</p>", "Hola", "BEGIN:VCALENDAR")
    );

    [Fact]
    public async Task Send_Mail_HasItsIdBothTextsTheDeadlineAndNoTracking()
    {
        await using var service = await LoopbackService.StartAsync(
            new LoopbackAnswer(202) { Headers = new Dictionary<string, string> { ["X-Message-Id"] = "sg-1" } }
        );

        var outcome = await SendAsync(service);

        (outcome.Kind, outcome.MessageId).ShouldBe((SendOutcomeKind.Accepted, "sg-1"));
        var request = service.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/v3/mail/send");
        request.Header("Authorization").ShouldBe("Bearer clave");
        var json = request.Json;
        json.GetProperty("custom_args").GetProperty("avance_mail").GetString().ShouldBe(Mail.Address);
        json.GetProperty("content")
            .EnumerateArray()
            .Select(part => part.GetProperty("type").GetString())
            .ShouldBe(["text/plain", "text/html"]);
        Encoding
            .UTF8.GetString(json.GetProperty("attachments")[0].GetProperty("content").GetBytesFromBase64())
            .ShouldBe("BEGIN:VCALENDAR");
        json.GetProperty("tracking_settings")
            .GetProperty("click_tracking")
            .GetProperty("enable")
            .GetBoolean()
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData(400, SendOutcomeKind.Rejected)]
    [InlineData(401, SendOutcomeKind.NotAllowed)]
    [InlineData(403, SendOutcomeKind.NotAllowed)]
    [InlineData(413, SendOutcomeKind.Rejected)]
    [InlineData(429, SendOutcomeKind.Busy)]
    [InlineData(500, SendOutcomeKind.Unknown)]
    [InlineData(503, SendOutcomeKind.Unknown)]
    public async Task Send_Failures_AreToldApart(int status, SendOutcomeKind expected)
    {
        await using var service = await LoopbackService.StartAsync(
            new LoopbackAnswer(status, """{"errors":[]}""")
            {
                Headers = new Dictionary<string, string> { ["Retry-After"] = "30" },
            }
        );

        var outcome = await SendAsync(service);

        outcome.Kind.ShouldBe(expected);
        outcome.RetryAfter.ShouldBe(expected == SendOutcomeKind.Busy ? TimeSpan.FromSeconds(30) : null);
    }

    [Fact]
    public async Task Send_NobodyAnswers_IsUnknown()
    {
        var service = await LoopbackService.StartAsync(new LoopbackAnswer(202));
        var address = service.Address;
        await service.DisposeAsync();

        (await SendAsync(address)).Kind.ShouldBe(SendOutcomeKind.Unknown);
    }

    private static Task<SendOutcome> SendAsync(LoopbackService service) => SendAsync(service.Address);

    private static Task<SendOutcome> SendAsync(Uri address) =>
        new SendGridTransport(
            new SendGridClient(new SendGridClientOptions { ApiKey = "clave", Host = address.AbsoluteUri }),
            Options.Create(new MailOptions()),
            TimeProvider.System
        ).SendAsync(Mail, TestContext.Current.CancellationToken);
}
