namespace SendGrid.Helpers.Mail;

/// <content>What the message says, and how SendGrid handles it.</content>
public partial class SendGridMessage
{
    public void SetFrom(string email, string? name = null) => SetFrom(Address(email, name));

    public void SetFrom(EmailAddress email) => From = email;

    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    public void SetGlobalSubject(string subject) => Subject = subject;

    public void AddContent(string mimeType, string text) => (Contents ??= []).Add(new Content(mimeType, text));

    /// <summary>Reads the stream from where it stands. A stream that cannot be read is left out.</summary>
    public async Task AddAttachmentAsync(
        string filename,
        Stream? contentStream,
        string? type = null,
        string? disposition = null,
        string? content_id = null,
        CancellationToken cancellationToken = default
    )
    {
        if (contentStream is not { CanRead: true })
        {
            return;
        }

        using var copy = new MemoryStream();
        await contentStream.CopyToAsync(copy, cancellationToken);
        AddAttachment(filename, Convert.ToBase64String(copy.ToArray()), type, disposition, content_id);
    }

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

    public void AddAttachments(IEnumerable<Attachment> attachments) => (Attachments ??= []).AddRange(attachments);

    /// <summary>Adds a header to all envelopes.</summary>
    /// <exception cref="ArgumentException">The header is there already.</exception>
    public void AddGlobalHeader(string key, string value) => (Headers ??= new(StringComparer.Ordinal)).Add(key, value);

    public void AddCategory(string category) => (Categories ??= []).Add(category);

    /// <summary>Adds a custom argument to all envelopes.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void AddGlobalCustomArg(string key, string value) =>
        (CustomArgs ??= new(StringComparer.Ordinal)).Add(key, value);

    public void SetBatchId(string batchId) => BatchId = batchId;

    public void SetSandBoxMode(bool enable) =>
        (MailSettings ??= new MailSettings()).SandboxMode = new SandboxMode { Enable = enable };

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
