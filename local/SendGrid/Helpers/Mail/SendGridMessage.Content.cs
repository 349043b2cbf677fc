namespace SendGrid.Helpers.Mail;

/// <content>What the message says, and how SendGrid handles it.</content>
public partial class SendGridMessage
{
    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    /// <summary>An attachment without a name or without content is left out, silently.</summary>
    public void AddAttachment(
        string filename,
        string base64Content,
        string? type = null,
        string? disposition = null,
        string? content_id = null
    )
    {
        if (string.IsNullOrWhiteSpace(filename) || string.IsNullOrWhiteSpace(base64Content))
        {
            return;
        }

        AddAttachment(
            new Attachment
            {
                Filename = filename,
                Content = base64Content,
                Type = type,
                Disposition = disposition,
                ContentId = content_id,
            }
        );
    }

    public void AddAttachment(Attachment attachment) => (Attachments ??= []).Add(attachment);

    public void AddCategory(string category) => (Categories ??= []).Add(category);

    /// <summary>Adds a custom argument to all envelopes.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void AddGlobalCustomArg(string key, string value) =>
        (CustomArgs ??= new(StringComparer.Ordinal)).Add(key, value);

    /// <summary>Off for mails whose links carry a signature.</summary>
    /// <param name="enable">Rewrite the links of the HTML part.</param>
    /// <param name="enableText">Rewrite those of the plain text as well.</param>
    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new TrackingSettings()).ClickTracking = new ClickTracking
        {
            Enable = enable,
            EnableText = enableText,
        };

    public void SetOpenTracking(bool enable, string? substitutionTag = null) =>
        (TrackingSettings ??= new TrackingSettings()).OpenTracking = new OpenTracking
        {
            Enable = enable,
            SubstitutionTag = substitutionTag,
        };
}
