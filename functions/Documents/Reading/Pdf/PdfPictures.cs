namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>The pictures of a PDF, and which of them may have text in them.</summary>
internal sealed class PdfPictures
{
    /// <summary>Smaller ones are logos, stamps and signatures, or too coarse to read.</summary>
    private const double MinInches = 0.8;
    private const double MinSquareInches = 3;
    private const double MinPixels = 60_000;

    /// <summary>Of the parts together that a scan is cut into.</summary>
    private const double MinSquareInchesOfParts = 6;

    private readonly ILookup<int, PdfImage> images;
    private readonly HashSet<int> pagesWithText = [];

    public PdfPictures(IEnumerable<PdfImage> images)
    {
        this.images = images.ToLookup(image => image.Page);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in this.images.OrderBy(page => page.Key))
        {
            // A letterhead is one object on all pages, and is recognised on the first.
            foreach (var picture in page.Where(MayHaveText).Append(Parts(page)).OfType<PdfImage>())
            {
                if (picture.Id is null || seen.Add(picture.Id))
                {
                    pagesWithText.Add(page.Key);
                }
            }
        }
    }

    public IEnumerable<PdfImage> On(int page) => images[page];

    /// <summary>True if a picture on the page may hold lines of text, and was on no page before.</summary>
    public bool MayHaveText(int page) => pagesWithText.Contains(page);

    /// <summary>True if pictures on the page may hold lines of text, and all of them were on a page before: a letterhead.</summary>
    public bool AreRepeated(int page) => !MayHaveText(page) && images[page].Any(MayHaveText);

    /// <summary>True if there are pictures that may hold lines of text, and each is that large.</summary>
    public bool AreLarge(int page, double squareInches) =>
        images[page].Where(MayHaveText).Select(image => image.SquareInches).DefaultIfEmpty(0).Min() >= squareInches;

    /// <summary>Pixels per inch of the finest of those pictures.</summary>
    public double Dpi(int page) => images[page].Where(MayHaveText).Select(image => image.XDpi).Append(0).Max();

    private static bool MayHaveText(PdfImage image) =>
        Math.Min(image.WidthInches, image.HeightInches) >= MinInches
        && image.SquareInches >= MinSquareInches
        && (double)image.Width * image.Height >= MinPixels;

    /// <summary>The strips or tiles of one scan, which have the same resolution, as one picture; null if there are none.</summary>
    private static PdfImage? Parts(IEnumerable<PdfImage> page) =>
        page.Where(image => !MayHaveText(image))
            .GroupBy(image => (image.XDpi, image.YDpi))
            .Where(parts =>
                parts.Sum(part => part.SquareInches) >= MinSquareInchesOfParts
                && parts.Sum(part => (double)part.Width * part.Height) >= MinPixels
            )
            .Select(parts => parts.First() with { Id = string.Join(' ', parts.Select(part => part.Id ?? "")).Trim() })
            .FirstOrDefault();
}
