using System.Globalization;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>A picture on a page, as <c>pdfimages -list</c> lists it.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Encoding">jpeg, ccitt, jbig2, image…</param>
/// <param name="XDpi">Pixels per inch, at the size shown.</param>
internal sealed record PdfImage(int Page, int Width, int Height, string Encoding, double XDpi, double YDpi)
{
    private const int Columns = 14;

    public double SquareInches => Width / Math.Max(XDpi, 1) * (Height / Math.Max(YDpi, 1));

    /// <summary>The pictures; masks, which only shape another picture, are left out.</summary>
    public static IEnumerable<PdfImage> Parse(string output) =>
        output
            .Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length >= Columns && cells[2] is "image" or "stencil")
            .Select(cells => new PdfImage(
                Int(cells[0]),
                Int(cells[3]),
                Int(cells[4]),
                cells[8],
                Int(cells[12]),
                Int(cells[13])
            ));

    private static int Int(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
