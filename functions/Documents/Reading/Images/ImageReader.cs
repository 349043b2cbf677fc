using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;

namespace Avance.Functions.Documents.Reading.Images;

/// <summary>
/// Recognises the text of a photograph, a screenshot or a scan. A picture without text counts as read: a photograph of a
/// workshop is evidence.
/// </summary>
internal sealed class ImageReader(PictureOcr pictures, ReadingOptions options, TimeProvider time) : IDocumentReader
{
    /// <summary>Pixels below which a picture is taken for a logo.</summary>
    private const long MinPixels = 40_000;

    public string Id => "image";

    public int Version => 4;

    public IReadOnlyList<EvidenceFormat> Formats { get; } =
    [EvidenceFormat.Jpg, EvidenceFormat.Png, EvidenceFormat.Tiff];

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var sizes = Sizes(file);
        var collector = new DocumentCollector(options, file.Inside);
        collector.Pages(sizes.Count);
        var writer = new PageWriter(collector);
        var run = new OcrRun(file, time);
        for (var number = file.FirstPage; number <= sizes.Count; number++)
        {
            var (page, size) = (number - 1, sizes[number - 1]);
            if (size.Pixels < MinPixels)
            {
                continue;
            }

            if (await run.TryAsync(() => pictures.ReadAsync(file.Path, size, page, cancellationToken)) is not { } text)
            {
                writer.End();
                return new ReadOutcome.Read(collector.ToText(run), [], NextPage: number);
            }

            writer.Add(text, new ReadLocation([], number), cancellationToken);
        }

        writer.End();
        return run is { Trouble: { } trouble, HasRecognised: false }
            ? new ReadOutcome.Unreadable(trouble, run.Detail)
            : new ReadOutcome.Read(collector.ToText(run));
    }

    private List<PictureSize> Sizes(EvidenceFile file)
    {
        using var content = file.Open();
        return pictures.Sizes(content, FormatSniffer.Sniff(content, file.Name));
    }
}
