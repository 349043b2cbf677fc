using System.Globalization;
using System.Text.RegularExpressions;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>The size of a page and the places of its words, as <c>pdftotext -bbox</c> gives them.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points, 72 to the inch, before it is turned.</param>
/// <param name="Words">In points from the upper left corner, after it is turned.</param>
internal sealed partial record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfBox> Words)
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

    /// <param name="output">Of one page. An A4 without words if it has no size.</param>
    public static PdfPage Parse(int number, string output)
    {
        var size = Size.Match(output);
        var words = Word.Matches(output)
            .Take(MaxWords)
            .Select(word => new PdfBox(
                Points(word, "left"),
                Points(word, "top"),
                Points(word, "right"),
                Points(word, "bottom")
            ));
        return size.Success
            ? new PdfPage(number, Points(size, "width"), Points(size, "height"), [.. words])
            : new PdfPage(number, 595, 842, []);
    }

    private static double Points(Match match, string name) =>
        double.TryParse(match.Groups[name].Value, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(
        @"<page width=""(?<width>[\d.]{1,20})"" height=""(?<height>[\d.]{1,20})""",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Size { get; }

    [GeneratedRegex(
        @"<word xMin=""(?<left>-?[\d.]{1,20})"" yMin=""(?<top>-?[\d.]{1,20})"" xMax=""(?<right>-?[\d.]{1,20})"" yMax=""(?<bottom>-?[\d.]{1,20})""",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Word { get; }
}
