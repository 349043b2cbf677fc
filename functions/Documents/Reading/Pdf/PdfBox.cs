namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>A part of a page, in points from its upper left corner.</summary>
internal readonly record struct PdfBox(double Left, double Top, double Right, double Bottom);
