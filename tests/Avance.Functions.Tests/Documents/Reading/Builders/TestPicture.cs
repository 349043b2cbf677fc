using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Draws the first page of a PDF, as a scanner at 200 dpi would see it.</summary>
internal static class TestPicture
{
    private static readonly ConcurrentDictionary<string, byte[]> Drawn = new(StringComparer.Ordinal);

    /// <summary>A PNG that ends after its size.</summary>
    public static byte[] PngHeader(int width, int height)
    {
        var png = new byte[64];
        byte[] start = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8];
        start.CopyTo(png, 0);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        png[24] = 8;
        return png;
    }

    /// <param name="kind">-jpeg, -png or -tiff.</param>
    public static async Task<(byte[] Picture, int Width, int Height)> OfAsync(byte[] pdf, string kind)
    {
        var key = kind + Convert.ToHexString(SHA256.HashData(pdf));
        if (!Drawn.TryGetValue(key, out var picture))
        {
            var folder = Directory.CreateTempSubdirectory("avance-test-");
            try
            {
                var source = Path.Combine(folder.FullName, "a.pdf");
                var target = Path.Combine(folder.FullName, "a");
                await File.WriteAllBytesAsync(source, pdf);
                await Tool.RunAsync("pdftoppm", "-gray", "-r", "200", "-singlefile", kind, source, target);
                var file = Directory.EnumerateFiles(folder.FullName).Single(file => file != source);
                Drawn[key] = picture = await File.ReadAllBytesAsync(file);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        // 595 × 842 points at 200 dpi.
        return (picture, 1653, 2339);
    }
}
