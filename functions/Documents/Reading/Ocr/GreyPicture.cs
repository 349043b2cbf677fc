using System.Globalization;
using System.Text;

namespace Avance.Functions.Documents.Reading.Ocr;

/// <summary>Turns a picture in shades of grey (PGM), a byte a pixel: http://netpbm.sourceforge.net/doc/pgm.html.</summary>
internal static class GreyPicture
{
    private const int MaxHeader = 64;

    /// <param name="picture">As pdftoppm writes it.</param>
    /// <param name="degrees">Clockwise: 0, 90, 180 or 270.</param>
    /// <returns>The path of the turned picture, beside the other.</returns>
    public static string Turn(string picture, int degrees)
    {
        if (degrees == 0)
        {
            return picture;
        }

        var bytes = File.ReadAllBytes(picture);
        var (width, height, start) = Header(bytes);
        var pixels = bytes.AsSpan(start, width * height);
        var turned = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var target = degrees switch
                {
                    90 => (x * height) + (height - 1 - y),
                    180 => pixels.Length - 1 - ((y * width) + x),
                    _ => ((width - 1 - x) * height) + y,
                };
                turned[target] = pixels[(y * width) + x];
            }
        }

        var path = Path.ChangeExtension(picture, ".turned.pgm");
        using var file = File.Create(path);
        file.Write(
            Encoding.ASCII.GetBytes(degrees == 180 ? $"P5 {width} {height} 255\n" : $"P5 {height} {width} 255\n")
        );
        file.Write(turned);
        return path;
    }

    /// <summary>P5, the width, the height and 255, each followed by a blank or the end of a line.</summary>
    private static (int Width, int Height, int Start) Header(byte[] bytes)
    {
        var header = Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, MaxHeader));
        var words = header.Split([' ', '\n'], 5);
        if (words is not ["P5", var width, var height, "255", var rest])
        {
            throw new UnreadableException(ReadTrouble.ToolFailed, "pdftoppm drew something else");
        }

        return (
            int.Parse(width, CultureInfo.InvariantCulture),
            int.Parse(height, CultureInfo.InvariantCulture),
            header.Length - rest.Length
        );
    }
}
