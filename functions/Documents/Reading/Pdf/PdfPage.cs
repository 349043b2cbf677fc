namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>The size of a page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points, 72 to the inch, before it is turned.</param>
internal sealed record PdfPage(int Number, double Width, double Height)
{
    /// <summary>An A4, for pages of unknown size.</summary>
    public static PdfPage Usual(int number) => new(number, 595, 842);

    public double SquareInches => Math.Max(Width * Height, 1) / (72 * 72);
}
