using System.IO.Compression;
using System.Text;

namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes ZIPs whose bytes depend on their content only.</summary>
internal static class Packages
{
    /// <summary>The earliest time that a ZIP can hold.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(params (string Name, string Content)[] entries) =>
        Of([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content)))]);

    public static byte[] Of(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                // Compressors differ between processors: stored bytes do not.
                var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>Sets the bit that says "encrypted" of every entry, here and in the directory.</summary>
    public static byte[] Encrypted(byte[] zip)
    {
        var copy = zip.ToArray();
        for (var i = 0; i < copy.Length - 10; i++)
        {
            if (copy.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
            {
                copy[i + 8] |= 1;
            }
            else if (copy.AsSpan(i).StartsWith("PK\u0003\u0004"u8))
            {
                copy[i + 6] |= 1;
            }
        }

        return copy;
    }

    /// <summary>Text as it stands in XML and HTML.</summary>
    public static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
