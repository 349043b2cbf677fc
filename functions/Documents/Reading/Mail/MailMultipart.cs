using MimeKit;

namespace Avance.Functions.Documents.Reading.Mail;

/// <param name="type">multipart/mixed, multipart/alternative…</param>
internal sealed class MailMultipart(ContentType type)
{
    /// <summary>False without a boundary: all of it is one part.</summary>
    public bool HasParts => type.Boundary is not null;

    /// <summary>True if its parts are alternatives with the same content.</summary>
    public bool IsAlternative => type.IsMimeType("multipart", "alternative");

    public ContentType Type => type;

    /// <summary>True once one of its parts was read as plain text: an HTML alternative would repeat it.</summary>
    public bool HasText { get; set; }
}
