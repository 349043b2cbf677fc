using System.Text;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Mail;

internal static class MimeEncodings
{
    /// <summary>The encoding that a mail names; Windows-1252 for <c>iso-8859-1</c>, which stands for it, and for unknown ones.</summary>
    public static Encoding Of(string name)
    {
        var trimmed = name.Trim().Trim('"').ToLowerInvariant();
        if (trimmed is "" or "iso-8859-1" or "latin1" or "us-ascii" or "ascii")
        {
            return TextEncodings.Windows1252;
        }

        if (trimmed is "utf-8" or "utf8")
        {
            return Encoding.UTF8;
        }

        try
        {
            // UTF-7 is not supported by the framework, since it was used to evade filters.
            return CodePagesEncodingProvider.Instance.GetEncoding(trimmed) ?? Encoding.GetEncoding(trimmed);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return TextEncodings.Windows1252;
        }
    }

    /// <summary>The encoding by its number in Windows; Windows-1252 for an unknown one.</summary>
    public static Encoding OfCodePage(int page) =>
        page == Encoding.UTF8.CodePage
            ? Encoding.UTF8
            : CodePagesEncodingProvider.Instance.GetEncoding(page) ?? TextEncodings.Windows1252;
}
