using System.Text;

namespace Avance.Functions.Documents.Reading.Zip;

/// <summary>Names of entries as their sender saw them. Nothing opens or writes by them.</summary>
internal static class ZipNames
{
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Gives each byte of a name of unknown encoding as a character, for <see cref="Decode"/>.</summary>
    public static Encoding Bytes => Encoding.Latin1;

    /// <summary>
    /// Names that are not marked as UTF-8 are so all the same when macOS or Linux wrote them, and in the code page of DOS
    /// for Western Europe when Windows did.
    /// </summary>
    /// <param name="isUtf8">It is marked as UTF-8, and was decoded as such.</param>
    public static string Decode(string name, bool isUtf8)
    {
        if (isUtf8 || name.All(char.IsAscii))
        {
            return name;
        }

        var bytes = Bytes.GetBytes(name);
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Dos.GetString(bytes);
        }
    }

    /// <summary>True for what an operating system or an open Office program puts beside the documents.</summary>
    public static bool IsNoDocument(string name) =>
        name.EndsWith('/')
        || name.EndsWith('\\')
        || name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || name.Split('/', '\\')[^1].StartsWith("~$", StringComparison.Ordinal)
        || name.Split('/', '\\')[^1].ToLowerInvariant() is ".ds_store" or "thumbs.db" or "desktop.ini";
}
