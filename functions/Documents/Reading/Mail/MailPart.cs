using MimeKit;
using MimeKit.IO;

namespace Avance.Functions.Documents.Reading.Mail;

/// <summary>A part of a mail that has no parts itself, or a mail within the mail.</summary>
/// <param name="Disposition">Null when nothing says how to show it.</param>
/// <param name="Around">What it is a part of; null when it is all of the mail.</param>
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
    /// <summary>What its sender called it; empty for most texts.</summary>
    public string Name => Disposition?.FileName is { Length: > 0 } name ? name.Trim() : Type.Name?.Trim() ?? "";

    public bool IsAttachment => Disposition?.IsAttachment == true || Name.Length > 0;

    public bool IsText => Type.IsMimeType("text", "plain");

    public bool IsHtml => Type.IsMimeType("text", "html");

    public bool IsEncrypted =>
        Type.IsMimeType("application", "pkcs7-mime")
        && string.Equals(Type.Parameters["smime-type"], "enveloped-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its content as its sender had it.</summary>
    /// <param name="mail">All of the mail; stays open.</param>
    public Stream Decode(Stream mail)
    {
        var encoded = new ChainedStream();
        encoded.Add(new BoundStream(mail, Start, End, leaveOpen: true));
        if (Encoding == ContentEncoding.Base64)
        {
            // Some programs leave out the end of it, without which its last bytes were lost; twice it changes nothing.
            encoded.Add(new MemoryStream("=="u8.ToArray()));
        }

        return new MimeContent(encoded, Encoding).Open();
    }
}
