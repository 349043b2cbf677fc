using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>
/// Reads a PDF by the programs of poppler in child processes: a cyclic page tree or a font can crash a library, and the app with
/// it. Pages that consist of pictures and few letters are recognised by OCR.
/// </summary>
internal sealed class PdfReader(PdfTools tools, OcrEngine ocr, ReadingOptions options, TimeProvider time)
    : IDocumentReader
{
    /// <summary>A picture in this range of resolution is recognised as it is; other pages are rendered.</summary>
    private const double MinDpi = 150;
    private const double MaxDpi = 310;

    public string Id => "pdf";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Pdf];

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var texts = await tools.WordsAsync(file.Path, file.FirstPage, cancellationToken);
        var scans = await ScansAsync(file, texts, cancellationToken);
        var count = file.FirstPage - 1 + texts.Count;
        var collector = new DocumentCollector(options, file.Inside);
        collector.Pages(count);
        var writer = new PageWriter(collector);
        var run = new OcrRun(file, time);
        for (var i = 0; i < texts.Count; i++)
        {
            var number = file.FirstPage + i;
            var text = texts[i];
            if (scans.TryGetValue(number, out var scan))
            {
                var recognised = await run.TryAsync(() => RecogniseAsync(file, scan, cancellationToken));
                if (recognised is null)
                {
                    writer.End();
                    return new ReadOutcome.Read(collector.ToText(run), [], NextPage: number);
                }

                text = recognised.Letters > text.Letters ? recognised : text;
            }

            writer.Add(text, new ReadLocation([], number), cancellationToken);
        }

        writer.End();
        // An album of photographs has no text, and is evidence.
        return collector.IsEmpty && !run.HasRecognised
            ? new ReadOutcome.Unreadable(run.Trouble ?? ReadTrouble.Empty, run.Detail ?? $"{count} pages without text")
            : new ReadOutcome.Read(collector.ToText(run));
    }

    /// <summary>The pages with few letters that pictures cover, with those pictures.</summary>
    private async Task<Dictionary<int, (PdfPage Page, PdfImage[] Images)>> ScansAsync(
        EvidenceFile file,
        List<PageWords> texts,
        CancellationToken cancellationToken
    )
    {
        var few = Enumerable
            .Range(0, texts.Count)
            .Where(i => texts[i].Letters < options.OcrLetters)
            .Select(i => file.FirstPage + i)
            .ToList();
        var scans = new Dictionary<int, (PdfPage, PdfImage[])>();
        if (few.Count == 0)
        {
            return scans;
        }

        var sizes = await tools.SizesAsync(file.Path, few[0], few[^1], cancellationToken);
        var images = await tools.ImagesAsync(file.Path, few[0], few[^1], cancellationToken);
        foreach (var number in few)
        {
            var page = sizes.GetValueOrDefault(number) ?? PdfPage.Usual(number);
            var covered = images[number].Sum(image => image.SquareInches);
            if (covered * 100 >= options.OcrCoverage * page.SquareInches)
            {
                scans.Add(number, (page, [.. images[number]]));
            }
        }

        return scans;
    }

    private async Task<PageWords> RecogniseAsync(
        EvidenceFile file,
        (PdfPage Page, PdfImage[] Images) scan,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("avance-");
        try
        {
            var picture = scan.Images is [{ Encoding: "jpeg", XDpi: >= MinDpi and <= MaxDpi }]
                ? await tools.ExtractAsync(file.Path, scan.Page.Number, folder.FullName, cancellationToken)
                : null;
            var rotation = picture is null ? 0 : await ocr.RotationAsync(picture, cancellationToken);
            if (picture is not null && rotation == 0)
            {
                return await ocr.ReadAsync(picture, cancellationToken);
            }

            // Rendered in shades of grey, so that a page on its side can be turned.
            var drawn = await tools.RenderAsync(file.Path, scan.Page, folder.FullName, cancellationToken);
            return await ocr.ReadAsync(
                GreyPicture.Turn(drawn, await ocr.RotationAsync(drawn, cancellationToken)),
                cancellationToken
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
