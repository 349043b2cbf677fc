using Avance.Functions.Documents.Reading.Layout;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>The size of a page and the places of its words.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points, 72 to the inch, before it is turned.</param>
/// <param name="Words">In points from the upper left corner, after it is turned.</param>
internal sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfBox> Words)
{
    /// <summary>How many strips of equal height a page is divided into.</summary>
    private const int Strips = 20;
    private const int WrittenStrips = 12;
    private const int MaxWords = 100_000;

    public double SquareInches => Math.Max(Width * Height, 1) / (72 * 72);

    /// <summary>True if words stand all over the page, as in a scan with a layer of text, and not beside a picture.</summary>
    public bool HasWordsAllOver
    {
        get
        {
            var isTurned = Words.Any(word => word.Right > Width + 1 || word.Bottom > Height + 1);
            var strip = Math.Max(isTurned ? Width : Height, 1) / Strips;
            var written = Words.Select(word => (int)((word.Top + word.Bottom) / 2 / strip)).Distinct().Count();
            return written >= WrittenStrips;
        }
    }

    /// <summary>The page of these words; an A4 if it has no size.</summary>
    public static PdfPage Of(int number, PageWords page) =>
        new(
            number,
            page.Width > 0 ? page.Width : 595,
            page.Height > 0 ? page.Height : 842,
            [
                .. page
                    .Words.Concat(page.Rules)
                    .Take(MaxWords)
                    .Select(word => new PdfBox(word.Left, word.Top, word.Right, word.Bottom)),
            ]
        );
}
