namespace Avance.Functions.Evidence.Reading.Mail;

/// <param name="type">multipart/mixed, multipart/alternative…</param>
/// <param name="boundary">The line between its parts, with its two hyphens.</param>
internal sealed class MimeMultipart(string type, byte[] boundary)
{
    public byte[] Boundary => boundary;

    /// <summary>True when its parts all say the same.</summary>
    public bool IsAlternative => type == "multipart/alternative";

    /// <summary>True once one of its parts was read as text: its web page says the same again.</summary>
    public bool HasText { get; set; }
}
