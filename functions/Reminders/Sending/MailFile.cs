using MimeKit;

namespace Avance.Functions.Reminders.Sending;

/// <summary>A mail as a file (https://www.rfc-editor.org/rfc/rfc5322), all of it in ASCII.</summary>
internal static class MailFile
{
    private static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    public static async Task WriteAsync(
        OutgoingMail mail,
        string from,
        DateTimeOffset now,
        string path,
        CancellationToken cancellationToken
    )
    {
        using var message = new MimeMessage
        {
            Subject = mail.Content.Subject,
            Date = now.ToUniversalTime(),
            MessageId = $"{mail.Address}@avance.example",
            Body = Body(mail),
        };
        message.From.Add(new MailboxAddress("Avance", from));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To.ToString()));
        if (mail.ReplyTo is { } reply)
        {
            message.ReplyTo.Add(new MailboxAddress("", reply.ToString()));
        }

        message.Headers.Add("X-Avance-Mail", mail.Address);
        message.Prepare(EncodingConstraint.SevenBit);
        await message.WriteToAsync(Format, path, cancellationToken);
    }

    private static MimeEntity Body(OutgoingMail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Content.Text, HtmlBody = mail.Content.Html };
        if (mail.Content.Calendar is { } calendar)
        {
            var file = new TextPart("calendar")
            {
                Text = calendar,
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                FileName = mail.Content.CalendarName,
            };
            if (mail.Content.CalendarMethod.Length > 0)
            {
                // https://www.rfc-editor.org/rfc/rfc6047#section-2.4
                file.ContentType.Parameters.Add("method", mail.Content.CalendarMethod);
            }

            body.Attachments.Add(file);
        }

        return body.ToMessageBody();
    }
}
