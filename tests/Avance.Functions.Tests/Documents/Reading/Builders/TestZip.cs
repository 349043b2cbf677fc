using System.IO.Compression;
using System.Text;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Writes ZIPs, and with them packages of XML parts.</summary>
internal static class TestZip
{
    public static byte[] Of(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Of(params (string Name, string Content)[] entries) =>
        Of([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content)))]);

    /// <summary>An entry of so many zeros, written without holding them.</summary>
    public static byte[] Bomb(string name, long length)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= zeros.Length)
            {
                entry.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
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
}
