using System.Globalization;
using System.Text;

namespace Avance.Functions.Documents.Reading.Ocr;

/// <summary>A picture in shades of grey (PGM), a byte a pixel, 255 for white: http://netpbm.sourceforge.net/doc/pgm.html.</summary>
internal sealed class GreyPicture
{
    private const int MaxHeader = 256;
    private const byte White = 255;

    /// <summary>Paler letters than this are seen only at a higher resolution.</summary>
    private const byte Inked = 200;

    private readonly byte[] pixels;

    private GreyPicture(int width, int height, byte[] pixels)
    {
        (Width, Height) = (width, height);
        this.pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    /// <exception cref="UnreadableException">It is no PGM, or it ends early.</exception>
    public static GreyPicture Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var (width, height, start) = Header(bytes);
        return start + ((long)width * height) <= bytes.Length
            ? new GreyPicture(width, height, bytes[start..(start + (width * height))])
            : throw new UnreadableException(ReadTrouble.ToolFailed, "a PGM that ends early");
    }

    /// <param name="picture">The path of a PGM.</param>
    /// <param name="degrees">Clockwise: 0, 90, 180 or 270.</param>
    /// <returns>The path of the turned picture, beside the other.</returns>
    public static string Turn(string picture, int degrees)
    {
        if (degrees == 0)
        {
            return picture;
        }

        var path = Path.ChangeExtension(picture, ".turned.pgm");
        Read(picture).Turned(degrees).Write(path);
        return path;
    }

    public void Write(string path)
    {
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5 {Width} {Height} 255\n")));
        file.Write(pixels);
    }

    /// <summary>Paints a part white; what lies outside of the picture is left out.</summary>
    public void Blank(int left, int top, int right, int bottom)
    {
        (left, right) = (Math.Clamp(left, 0, Width), Math.Clamp(right, 0, Width));
        for (var y = Math.Clamp(top, 0, Height); left < right && y < Math.Clamp(bottom, 0, Height); y++)
        {
            pixels.AsSpan((y * Width) + left, right - left).Fill(White);
        }
    }

    /// <summary>Count of the pixels that are not white or nearly so.</summary>
    public int Ink() => pixels.Count(pixel => pixel < Inked);

    /// <summary>Of those, the pixels of no longer line, down or across, than these: of letters, but not of rules and areas.</summary>
    public int InkOfLetters(int maxDown, int maxAcross)
    {
        var isLong = new bool[pixels.Length];
        for (var x = 0; x < Width; x++)
        {
            MarkLong(x, Width, Height, maxDown, isLong);
        }

        for (var y = 0; y < Height; y++)
        {
            MarkLong(y * Width, 1, Width, maxAcross, isLong);
        }

        return pixels.Where((pixel, i) => pixel < Inked && !isLong[i]).Count();
    }

    /// <summary>Marks the lines of ink that are longer than allowed in one column or row.</summary>
    private void MarkLong(int start, int step, int count, int max, bool[] isLong)
    {
        var length = 0;
        for (var i = 0; i <= count; i++)
        {
            if (i < count && pixels[start + (i * step)] < Inked)
            {
                length++;
                continue;
            }

            for (var back = 1; length > max && back <= length; back++)
            {
                isLong[start + ((i - back) * step)] = true;
            }

            length = 0;
        }
    }

    private GreyPicture Turned(int degrees)
    {
        var turned = new byte[pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var target = degrees switch
                {
                    90 => (x * Height) + (Height - 1 - y),
                    180 => pixels.Length - 1 - ((y * Width) + x),
                    _ => ((Width - 1 - x) * Height) + y,
                };
                turned[target] = pixels[(y * Width) + x];
            }
        }

        return degrees == 180 ? new GreyPicture(Width, Height, turned) : new GreyPicture(Height, Width, turned);
    }

    /// <summary>P5, the width, the height and 255, each followed by a blank or the end of a line; comments in between.</summary>
    private static (int Width, int Height, int Start) Header(byte[] bytes)
    {
        var words = new List<string>();
        var at = 0;
        while (words.Count < 4 && at < Math.Min(bytes.Length, MaxHeader))
        {
            var isComment = bytes[at] == '#';
            var end = at;
            while (end < bytes.Length && bytes[end] != '\n' && (isComment || bytes[end] != ' '))
            {
                end++;
            }

            if (!isComment && end > at)
            {
                words.Add(Encoding.ASCII.GetString(bytes, at, end - at));
            }

            at = end + 1;
        }

        return
            words is ["P5", var width, var height, "255"]
            && int.TryParse(width, CultureInfo.InvariantCulture, out var columns)
            && int.TryParse(height, CultureInfo.InvariantCulture, out var rows)
            && columns > 0
            && rows > 0
            ? (columns, rows, at)
            : throw new UnreadableException(ReadTrouble.ToolFailed, "no picture in shades of grey");
    }
}
