using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;

namespace Avance.Functions.Documents.Reading.Images;

/// <summary>Recognises the text of picture files and of pictures in other documents.</summary>
internal sealed class PictureOcr(OcrEngine ocr, PictureScaler scaler, ReadingOptions options)
{
    private const long Million = 1_000_000;

    /// <summary>The size of each page.</summary>
    /// <exception cref="UnreadableException">It is damaged, or beyond the limits.</exception>
    public List<PictureSize> Sizes(Stream content, EvidenceFormat format)
    {
        var sizes = ImageHeader.Read(content, format);
        if (sizes.Count > options.Pages)
        {
            throw new UnreadableException(ReadTrouble.TooManyPages, $"{sizes.Count} pages");
        }

        var megapixels = format == EvidenceFormat.Tiff ? options.TiffMegapixels : options.Megapixels;
        foreach (var size in sizes)
        {
            // Divided, since the product of damaged sizes may overflow.
            if (size.Width > megapixels * Million / size.Height)
            {
                throw new UnreadableException(ReadTrouble.TooManyPixels, $"{size.Width} × {size.Height}");
            }
        }

        return sizes;
    }

    /// <param name="page">From 0.</param>
    public async Task<PageWords> ReadAsync(string path, PictureSize size, int page, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("avance-");
        try
        {
            var copy = Path.Combine(folder.FullName, "picture.pgm");
            var isCopied = page == 0 && (size.MayBeTurned || size.Pixels > options.OcrMegapixels * Million);
            if (isCopied)
            {
                await scaler.ScaleAsync(path, page, LongerSide(size), copy, cancellationToken);
            }

            var (picture, itsPage) = isCopied ? (copy, 0) : (path, page);
            var degrees = await ocr.RotationAsync(picture, cancellationToken, itsPage);
            if (degrees == 0)
            {
                return await ocr.ReadAsync(picture, cancellationToken, itsPage);
            }

            if (!isCopied)
            {
                await scaler.ScaleAsync(path, page, LongerSide(size), copy, cancellationToken);
            }

            return await ocr.ReadAsync(GreyPicture.Turn(copy, degrees), cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Of the picture once scaled down, so that a screenshot many times as high as wide stays legible.</summary>
    private int LongerSide(PictureSize size)
    {
        var scale = Math.Sqrt(options.OcrMegapixels * (double)Million / Math.Max(size.Pixels, 1));
        return (int)(Math.Min(scale, 1) * Math.Max(size.Width, size.Height));
    }
}
