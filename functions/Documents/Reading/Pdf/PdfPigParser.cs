using Avance.Functions.Documents.Reading.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>
/// Reads the letters of a PDF where the programs of poppler are not installed; what its pages only show as pictures is counted as
/// not read. It runs in a process of its own, since a font or a page tree can crash it or keep it busy for ever.
/// </summary>
internal sealed class PdfPigParser(ReadingOptions options) : IDocumentParser<IContainerSink>
{
    /// <summary>A finding tells people when a file was read by it.</summary>
    public const string ReaderId = "pdf-pig";

    /// <summary>Share of a page from which on a picture may hold a text: a letterhead or a signature is smaller.</summary>
    private const double LargePicture = 0.1;

    public string Id => ReaderId;

    public int Version => 1;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Pdf];

    public void Parse(Stream content, IContainerSink sink, CancellationToken cancellationToken)
    {
        using var document = Open(content);
        var count = document.NumberOfPages;
        if (count > options.Pages)
        {
            throw new UnreadableException(ReadTrouble.TooManyPages, $"more than {options.Pages} pages");
        }

        sink.Pages(count);
        var writer = new PageWriter(sink);
        var (written, unread) = (0, 0);
        foreach (var page in document.GetPages())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = WordsOf(page);
            written += words.Letters > 0 ? 1 : 0;
            unread += HasLargePicture(page) ? 1 : 0;
            writer.Add(words, new ReadLocation([], page.Number), cancellationToken);
        }

        writer.End();
        if (written == 0 && unread > 0)
        {
            // A scan is not empty: it waits until the programs are there.
            throw new UnreadableException(ReadTrouble.ToolMissing, $"{unread} pages are pictures alone");
        }

        if (unread > 0)
        {
            sink.Unread(unread);
        }
    }

    private static PdfDocument Open(Stream content)
    {
        try
        {
            return PdfDocument.Open(content);
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw new UnreadableException(ReadTrouble.Encrypted, error.Message);
        }
    }

    /// <summary>From the upper left corner; a PDF counts from the lower one.</summary>
    private static PageWords WordsOf(Page page) =>
        new([
            .. page.GetWords()
                .Where(word => !string.IsNullOrWhiteSpace(word.Text))
                .Select(word => new LayoutWord(
                    word.Text,
                    (float)word.BoundingBox.Left,
                    (float)(page.Height - word.BoundingBox.Top),
                    (float)word.BoundingBox.Right,
                    (float)(page.Height - word.BoundingBox.Bottom)
                )),
        ])
        {
            Width = (float)page.Width,
            Height = (float)page.Height,
        };

    private static bool HasLargePicture(Page page) =>
        page.GetImages().Any(image => image.BoundingBox.Area > LargePicture * page.Width * page.Height);
}
