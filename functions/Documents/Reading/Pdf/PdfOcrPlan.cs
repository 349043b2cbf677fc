using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>How a page is recognised.</summary>
/// <param name="Images">The pictures on it.</param>
/// <param name="Dpi">Pixels per inch that it is rendered with.</param>
internal sealed record PdfOcrPlan(PdfPage Page, PdfImage[] Images, int Dpi)
{
    /// <summary>True if all of the page is recognised, in place of its text; false for what it shows beside its text.</summary>
    public bool IsWhole { get; init; }

    /// <summary>True if its letters make no words.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Of the text of the page and the recognised one, that which says more.</summary>
    public PageWords Better(PageWords text, PageWords recognised) =>
        IsDoubtful
            ? Legibility.Words(recognised.Text) > Legibility.Words(text.Text)
                ? recognised
                : text
            : recognised.Letters > text.Letters
                ? recognised
                : text;
}
