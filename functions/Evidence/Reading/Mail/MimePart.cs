namespace Avance.Functions.Evidence.Reading.Mail;

/// <param name="Around">What it is a part of; null when it is all of the mail.</param>
/// <param name="Encoded">Its bytes as they are in the mail.</param>
internal sealed record MimePart(MimeHeaders Headers, HeaderValue Type, MimeMultipart? Around, Stream Encoded)
{
    /// <summary>What its sender called it; empty for most texts.</summary>
    public string Name
    {
        get
        {
            var name = new HeaderValue(Headers["Content-Disposition"])["filename"];
            return name.Length > 0 ? name : Type["name"];
        }
    }

    public bool IsAttachment =>
        new HeaderValue(Headers["Content-Disposition"]).Value == "attachment" || Name.Length > 0;

    /// <summary>A mail without a type is text.</summary>
    public bool IsText => Type.Value is "text/plain" or "";

    public bool IsHtml => Type.Value is "text/html";

    public Stream Decoded() =>
        Headers["Content-Transfer-Encoding"].Trim().ToLowerInvariant() switch
        {
            "base64" => new Base64Stream(Encoded),
            "quoted-printable" => new QuotedPrintableStream(Encoded),
            _ => Encoded,
        };
}
