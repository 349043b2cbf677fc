using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;

namespace Avance.Functions.Documents.Reading.Images;

/// <summary>Recognises the text of picture files and of pictures in other documents.</summary>
internal sealed class PictureOcr(OcrEngine ocr, ReadingOptions options)
{
    /// <summary>Width and height in pixels of each page.</summary>
    /// <exception cref="UnreadableException">It is damaged, or beyond the limits.</exception>
    public List<(long Width, long Height)> Sizes(Stream content, EvidenceFormat format)
    {
        var sizes = ImageHeader.Read(content, format);
        if (sizes.Count > options.Pages)
        {
            throw new UnreadableException(ReadTrouble.TooManyPages, $"{sizes.Count} pages");
        }

        foreach (var (width, height) in sizes)
        {
            // Divided, since the product of damaged sizes may overflow.
            if (width > options.Megapixels * 1_000_000L / height)
            {
                throw new UnreadableException(ReadTrouble.TooManyPixels, $"{width} × {height}");
            }
        }

        return sizes;
    }

    /// <param name="page">From 0.</param>
    public async Task<PageWords> ReadAsync(string path, int page, CancellationToken cancellationToken)
    {
        var rotation = await ocr.RotationAsync(path, cancellationToken, page);
        return await ocr.ReadAsync(path, cancellationToken, page, rotation);
    }
}
