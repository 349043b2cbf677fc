using Avance.Samples.Evidence;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Pictures of lines of text, as scanners and telephones make them.</summary>
internal static class TestScan
{
    /// <param name="height">In pixels, at 200 to the inch; the width is that of an A4.</param>
    public static Bitmap Draw(int height, params string[] lines) =>
        Scanner.Draw([.. lines.Select((line, row) => new PlacedText(30, 30 + (20 * row), line))], height);

    public static (byte[] Jpeg, int Width, int Height) Jpeg(Bitmap picture) =>
        (PictureFiles.Jpeg(picture.ToShades(), picture.Width, picture.Height), picture.Width, picture.Height);

    /// <summary>The part of a picture between two heights.</summary>
    public static Bitmap Strip(Bitmap picture, int top, int bottom) =>
        Map(picture, picture.Width, bottom - top, (x, y) => (x, y - top));

    /// <summary>On its side: it must be turned by 90 degrees clockwise.</summary>
    public static Bitmap OnItsSide(Bitmap picture) =>
        Map(picture, picture.Height, picture.Width, (x, y) => (y, picture.Width - 1 - x));

    /// <summary>Each pixel many times over, as a camera of more megapixels sees it.</summary>
    public static Bitmap Enlarge(Bitmap picture, int times)
    {
        var large = new Bitmap(picture.Width * times, picture.Height * times);
        // Few pixels are black: only those are gone through in the large picture.
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                for (var i = 0; picture.IsBlack(x, y) && i < times * times; i++)
                {
                    large.Blacken((x * times) + (i % times), (y * times) + (i / times));
                }
            }
        }

        return large;
    }

    /// <summary>A JPEG that is shown upright by programs which heed its EXIF orientation alone.</summary>
    /// <param name="orientation">From 1 to 8: https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf, 4.6.4.</param>
    public static byte[] Oriented(Bitmap upright, int orientation)
    {
        var (right, bottom) = (upright.Width - 1, upright.Height - 1);
        var stored = orientation switch
        {
            1 => upright,
            2 => Map(upright, upright.Width, upright.Height, (x, y) => (right - x, y)),
            3 => Map(upright, upright.Width, upright.Height, (x, y) => (right - x, bottom - y)),
            4 => Map(upright, upright.Width, upright.Height, (x, y) => (x, bottom - y)),
            5 => Map(upright, upright.Height, upright.Width, (x, y) => (y, x)),
            6 => OnItsSide(upright),
            7 => Map(upright, upright.Height, upright.Width, (x, y) => (bottom - y, right - x)),
            _ => Map(upright, upright.Height, upright.Width, (x, y) => (bottom - y, x)),
        };
        var (jpeg, _, _) = Jpeg(stored);
        // A segment of 34 bytes: a TIFF with one entry, 0x112, a number of two bytes.
        byte[] exif =
        [
            .. (byte[])[0xFF, 0xE1, 0, 34],
            .. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8,
            (byte)orientation,
            .. new byte[6],
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    private static Bitmap Map(Bitmap picture, int width, int height, Func<int, int, (int X, int Y)> place)
    {
        var mapped = new Bitmap(width, height);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                if (picture.IsBlack(x, y))
                {
                    var (toX, toY) = place(x, y);
                    mapped.Blacken(toX, toY);
                }
            }
        }

        return mapped;
    }
}
