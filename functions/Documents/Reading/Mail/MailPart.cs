using MimeKit;
using MimeKit.IO;

namespace Avance.Functions.Documents.Reading.Mail;

/// <summary>A part of a mail that has no parts itself, or a mail within the mail.</summary>
/// <param name="Disposition">Null if it has no such header.</param>
/// <param name="Around">The multipart that it is in; null if it is the whole mail.</param>
/// <param name="Start">Where its content begins in the mail, in bytes.</param>
/// <param name="End">Where its content ends.</param>
internal sealed record MailPart(
    ContentType Type,
    ContentDisposition? Disposition,
    ContentEncoding Encoding,
    MailMultipart? Around,
    long Start,
    long End
)
{
    /// <summary>Its file name; empty for most texts.</summary>
    public string Name => Disposition?.FileName is { Length: > 0 } name ? name.Trim() : Type.Name?.Trim() ?? "";

    public bool IsAttachment => Disposition?.IsAttachment == true || Name.Length > 0;

    public bool IsText => Type.IsMimeType("text", "plain");

    public bool IsHtml => Type.IsMimeType("text", "html");

    public bool IsEncrypted =>
        Type.IsMimeType("application", "pkcs7-mime")
        && string.Equals(Type.Parameters["smime-type"], "enveloped-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its decoded content.</summary>
    /// <param name="mail">The whole mail; stays open.</param>
    public Stream Decode(Stream mail)
    {
        var encoded = new ChainedStream();
        encoded.Add(new BoundStream(mail, Start, End, leaveOpen: true));
        if (Encoding == ContentEncoding.Base64)
        {
            // Some programs omit the padding, without which the last bytes would be lost; surplus padding changes nothing.
            encoded.Add(new MemoryStream("=="u8.ToArray()));
        }

        return new MimeContent(encoded, Encoding).Open();
    }
}
