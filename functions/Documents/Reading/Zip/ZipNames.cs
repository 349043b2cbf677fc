using System.Text;

namespace Avance.Functions.Documents.Reading.Zip;

/// <summary>Decodes the names of entries. They are never used as paths.</summary>
internal static class ZipNames
{
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Maps each byte of a name of unknown encoding to a character, for <see cref="Decode"/>.</summary>
    public static Encoding Bytes => Encoding.Latin1;

    /// <summary>
    /// A name that is not marked as UTF-8 is UTF-8 all the same if macOS or Linux wrote it, and in the DOS code page 850 if
    /// Windows did.
    /// </summary>
    /// <param name="isUtf8">True if the name is marked as UTF-8 and was decoded as such.</param>
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

    /// <summary>True for files that an operating system or an open Office program adds.</summary>
    public static bool IsNoDocument(string name) =>
        name.EndsWith('/')
        || name.EndsWith('\\')
        || name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || name.Split('/', '\\')[^1].StartsWith("~$", StringComparison.Ordinal)
        || name.Split('/', '\\')[^1].ToLowerInvariant() is ".ds_store" or "thumbs.db" or "desktop.ini";
}
