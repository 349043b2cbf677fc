using System.Globalization;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>A picture on a page, as <c>pdfimages -list</c> lists it.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Encoding">jpeg, ccitt, jbig2, image…</param>
/// <param name="Id">Of its object in the file; null for one that is written into the page.</param>
/// <param name="XDpi">Pixels per inch, at the size shown.</param>
internal sealed record PdfImage(int Page, int Width, int Height, string Encoding, string? Id, double XDpi, double YDpi)
{
    private const string WithoutObject = "[inline]";

    /// <summary>An object has two numbers; a picture without one has a word instead.</summary>
    private const int Columns = 15;

    public double WidthInches => Width / Math.Max(XDpi, 1);

    public double HeightInches => Height / Math.Max(YDpi, 1);

    public double SquareInches => WidthInches * HeightInches;

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
                cells[10] == WithoutObject ? null : cells[10],
                Int(cells[^4]),
                Int(cells[^3])
            ));

    private static int Int(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
