using MimeKit;

namespace Avance.Functions.Documents.Reading.Mail;

/// <param name="type">multipart/mixed, multipart/alternative…</param>
internal sealed class MailMultipart(ContentType type)
{
    /// <summary>False when nothing says where its parts begin: all of it is one.</summary>
    public bool HasParts => type.Boundary is not null;

    /// <summary>True when its parts all say the same.</summary>
    public bool IsAlternative => type.IsMimeType("multipart", "alternative");

    public ContentType Type => type;

    /// <summary>True once one of its parts was read as text: its web page says the same again.</summary>
    public bool HasText { get; set; }
}
