using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mail as <c>v3/mail/send</c> takes it: at most 1,000 recipients and 30 MB.</summary>
public partial class SendGridMessage
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [JsonPropertyName("from")]
    public EmailAddress? From { get; set; }

    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization>? Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content>? Contents { get; set; }

    /// <summary>Replaces <see cref="Contents"/> when the message is serialized.</summary>
    [JsonIgnore]
    public string? PlainTextContent { get; set; }

    /// <inheritdoc cref="PlainTextContent"/>
    [JsonIgnore]
    public string? HtmlContent { get; set; }

    [JsonPropertyName("attachments")]
    public List<Attachment>? Attachments { get; set; }

    /// <summary>At most ten, of 255 characters each.</summary>
    [JsonPropertyName("categories")]
    public List<string>? Categories { get; set; }

    /// <summary>Come back with each event of the mail. Less than 10,000 bytes together.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings? MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings? TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress? ReplyTo { get; set; }

    /// <summary>
    /// The body of the request. Moves the two text properties into <see cref="Contents"/>, where plain text has to
    /// come first (https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4).
    /// </summary>
    /// <param name="useDefaultSerialization">Both ways write the same here.</param>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [];
            if (PlainTextContent is not null)
            {
                Contents.Add(new Content(MimeType.Text, PlainTextContent));
            }

            if (HtmlContent is not null)
            {
                Contents.Add(new Content(MimeType.Html, HtmlContent));
            }

            PlainTextContent = null;
            HtmlContent = null;
        }

        return JsonSerializer.Serialize(this, Json);
    }
}
