using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;
using EmailAddress = SendGrid.Helpers.Mail.EmailAddress;

namespace Avance.Functions.Reminders.Sending;

/// <summary>
/// Hands mails to SendGrid, which knows no idempotency key: if the answer is lost, only its events tell the outcome.
/// </summary>
public sealed class SendGridTransport(ISendGridClient client, IOptions<MailOptions> options, TimeProvider clock)
    : IMailTransport
{
    /// <summary>The custom argument by which events name a mail.</summary>
    public const string Argument = "avance_mail";

    /// <summary>Shorter than a lease, so that no run takes over a mail that is still being handed over.</summary>
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(60);

    public bool IsReady => true;

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(RequestTimeout);
        try
        {
            var response = await client.SendEmailAsync(ToMessage(mail), limited.Token);
            return await ToOutcomeAsync(response, limited.Token);
        }
        catch (Exception error)
            when (error is HttpRequestException or IOException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return new SendOutcome(SendOutcomeKind.Unknown, Reason: error.GetType().Name);
        }
    }

    private SendGridMessage ToMessage(OutgoingMail mail)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(options.Value.From, "Avance"),
            Subject = mail.Content.Subject,
            PlainTextContent = mail.Content.Text,
            HtmlContent = mail.Content.Html,
        };
        message.AddTo(mail.To.ToString(), mail.ToName.Length > 0 ? mail.ToName : null);
        if (mail.ReplyTo is { } reply)
        {
            message.SetReplyTo(new EmailAddress(reply.ToString()));
        }

        if (mail.Content.Calendar is { } calendar)
        {
            message.AddAttachment(
                new Attachment
                {
                    Content = Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar)),
                    // SendGrid refuses parameters here: the method stands in the file.
                    Type = "text/calendar",
                    Filename = mail.Content.CalendarName,
                    Disposition = "attachment",
                }
            );
        }

        message.AddGlobalCustomArg(Argument, mail.Address);
        message.AddCategory("avance-recordatorio");
        // A tracked link would pass the recipient's form link through another server.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        return message;
    }

    private async Task<SendOutcome> ToOutcomeAsync(Response response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            var id = response.Headers.TryGetValues("X-Message-Id", out var values) ? values.First() : "";
            return new SendOutcome(SendOutcomeKind.Accepted, id);
        }

        var reason = $"{(int)response.StatusCode} {await response.Body.ReadAsStringAsync(cancellationToken)}";
        reason = reason.Length > 500 ? reason[..500] : reason;
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new SendOutcome(
                SendOutcomeKind.Busy,
                Reason: reason,
                RetryAfter: RetryAfter(response)
            ),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome(
                SendOutcomeKind.NotAllowed,
                Reason: reason
            ),
            // A server that fails may have taken the mail before it did.
            >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => new SendOutcome(
                SendOutcomeKind.Unknown,
                Reason: reason
            ),
            _ => new SendOutcome(SendOutcomeKind.Rejected, Reason: reason),
        };
    }

    private TimeSpan? RetryAfter(Response response)
    {
        if (response.Headers.RetryAfter is { } after)
        {
            return after.Delta ?? after.Date - clock.GetUtcNow();
        }

        // https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits
        return
            response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
            && long.TryParse(values.First(), Messages.Culture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - clock.GetUtcNow()
            : null;
    }
}
