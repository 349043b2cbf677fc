using ImageMagick;

namespace Avance.Samples.Evidence.Drawing;

/// <summary>
/// Writes pictures as scanners, telephones and screens do, without the time of writing, and by ways that give the same
/// bytes on every machine: by whole numbers, and without a compressor that goes by the processor.
/// </summary>
internal static class PictureFiles
{
    private const uint Quality = 75;

    /// <summary>A picture a page, packed as a fax is.</summary>
    public static byte[] Tiff(params Bitmap[] pages)
    {
        using var file = new MagickImageCollection();
        foreach (var page in pages)
        {
            var image = Image(page);
            image.Settings.Compression = CompressionMethod.Group4;
            file.Add(image);
        }

        return file.ToByteArray(MagickFormat.Tiff);
    }

    /// <summary>Not compressed: compressors differ between versions and processors, stored bytes do not.</summary>
    public static byte[] Png(Bitmap picture)
    {
        using var image = Image(picture);
        image.Settings.SetDefine(MagickFormat.Png, "compression-level", "0");
        image.Settings.SetDefine(MagickFormat.Png, "exclude-chunks", "date,time");
        return image.ToByteArray(MagickFormat.Png);
    }

    /// <param name="shades">Of grey, a row after the other.</param>
    public static byte[] Jpeg(byte[] shades, int width, int height)
    {
        using var image = Image(shades, width, height);
        image.Quality = Quality;
        image.Settings.SetDefine(MagickFormat.Jpeg, "dct-method", "islow");
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    /// <summary>A page as it stands in a PDF of scans: <c>CCITTFaxDecode</c>, K -1.</summary>
    public static byte[] Fax(Bitmap page)
    {
        using var image = Image(page);
        return image.ToByteArray(MagickFormat.Group4);
    }

    private static MagickImage Image(Bitmap picture)
    {
        var image = Image(picture.ToShades(), picture.Width, picture.Height);
        image.ColorType = ColorType.Bilevel;
        image.Depth = 1;
        return image;
    }

    private static MagickImage Image(byte[] shades, int width, int height)
    {
        var settings = new MagickReadSettings
        {
            Format = MagickFormat.Gray,
            Depth = 8,
            Width = (uint)width,
            Height = (uint)height,
        };
        return new MagickImage(shades, settings) { Density = new Density(Scanner.Dpi) };
    }
}
