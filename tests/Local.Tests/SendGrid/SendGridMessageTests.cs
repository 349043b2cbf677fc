using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace Local.Tests.SendGrid;

/// <summary>The JSON of a message (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send).</summary>
public sealed class SendGridMessageTests
{
    [Fact]
    public void Serialize_WholeMail_WritesWhatTheApiTakes()
    {
        var mail = new SendGridMessage
        {
            From = new EmailAddress("avance@example.pe", "Secretaría Técnica"),
            Subject = "Recordatorio 2023-I",
            HtmlContent = "<p>Año</p>",
            PlainTextContent = "Año",
        };
        mail.AddTo(new EmailAddress("unidad@example.pe", "Ñusta"));
        mail.AddCustomArg("mail", "abc");
        mail.AddCategory("recordatorio");
        mail.AddAttachment("acta.pdf", "QUJD", "application/pdf", "attachment");
        mail.SetReplyTo(new EmailAddress("st@example.pe"));
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);
        mail.MailSettings = new MailSettings { SandboxMode = new SandboxMode { Enable = true } };

        var json = JsonDocument.Parse(mail.Serialize()).RootElement;

        Same(
            json,
            """
            {
              "from": { "name": "Secretaría Técnica", "email": "avance@example.pe" },
              "subject": "Recordatorio 2023-I",
              "personalizations": [
                {
                  "to": [{ "name": "Ñusta", "email": "unidad@example.pe" }],
                  "custom_args": { "mail": "abc" }
                }
              ],
              "content": [
                { "type": "text/plain", "value": "Año" },
                { "type": "text/html", "value": "<p>Año</p>" }
              ],
              "attachments": [
                { "content": "QUJD", "type": "application/pdf", "filename": "acta.pdf", "disposition": "attachment" }
              ],
              "categories": ["recordatorio"],
              "mail_settings": { "sandbox_mode": { "enable": true } },
              "tracking_settings": {
                "click_tracking": { "enable": false, "enable_text": false },
                "open_tracking": { "enable": false }
              },
              "reply_to": { "email": "st@example.pe" }
            }
            """
        );
    }

    [Fact]
    public void Serialize_SecondTime_WritesTheSame()
    {
        var mail = new SendGridMessage { PlainTextContent = "a", HtmlContent = "<p>a</p>" };
        mail.AddTo("a@example.pe");

        var first = mail.Serialize();

        mail.Serialize().ShouldBe(first);
    }

    [Fact]
    public void Serialize_SameRecipientTwice_WritesItOnce()
    {
        var mail = new SendGridMessage();
        mail.AddTo("a@example.pe");
        mail.AddTo("A@example.pe", "Ana");

        var to = JsonDocument.Parse(mail.Serialize()).RootElement.GetProperty("personalizations")[0].GetProperty("to");

        to.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void AddTo_NextIndex_AddsAnEnvelope()
    {
        var mail = new SendGridMessage();
        mail.AddTo(new EmailAddress("a@example.pe"));
        mail.AddTo(new EmailAddress("b@example.pe"), 1);
        mail.AddCustomArg("mail", "2", 1);

        mail.Personalizations.ShouldNotBeNull().Count.ShouldBe(2);
        mail.Personalizations[0].CustomArgs.ShouldBeNull();
        mail.Personalizations[1].CustomArgs.ShouldBe(new Dictionary<string, string> { ["mail"] = "2" });
    }

    [Fact]
    public void AddTo_IndexBeyondTheNext_Throws()
    {
        var mail = new SendGridMessage();
        mail.AddTo("a@example.pe");

        Should.Throw<ArgumentException>(() => mail.AddTo(new EmailAddress("b@example.pe"), 2));
    }

    [Fact]
    public void AddTo_NoAddress_Throws() => Should.Throw<ArgumentNullException>(() => new SendGridMessage().AddTo(" "));

    [Fact]
    public void AddCustomArgs_SameKeyOtherValue_Throws()
    {
        var mail = new SendGridMessage();
        mail.AddCustomArg("mail", "1");
        mail.AddCustomArg("mail", "1");

        Should.Throw<ArgumentException>(() => mail.AddCustomArgs(new Dictionary<string, string> { ["mail"] = "2" }));
    }

    [Fact]
    public void AddAttachment_NoContent_IsLeftOut()
    {
        var mail = new SendGridMessage();

        mail.AddAttachment("vacío.pdf", "");

        mail.Attachments.ShouldBeNull();
    }

    private static void Same(JsonElement actual, string expected) =>
        JsonElement
            .DeepEquals(actual, JsonDocument.Parse(expected).RootElement)
            .ShouldBeTrue($"Serialized to {actual}");
}
