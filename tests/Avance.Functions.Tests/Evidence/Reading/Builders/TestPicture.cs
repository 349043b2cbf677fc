using System.Collections.Concurrent;
using System.Security.Cryptography;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Evidence.Reading.Builders;

/// <summary>Draws the first page of a PDF, as a scanner at 200 dpi would see it.</summary>
internal static class TestPicture
{
    private static readonly ConcurrentDictionary<string, byte[]> Drawn = new(StringComparer.Ordinal);

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
