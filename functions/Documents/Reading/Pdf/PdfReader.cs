using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>
/// Reads a PDF by the programs of poppler in child processes: a cyclic page tree or a font can crash a library, and the app with
/// it. What its pages show and do not say in letters is recognised by OCR.
/// </summary>
internal sealed class PdfReader(PdfTools tools, OcrEngine ocr, ReadingOptions options, TimeProvider time)
    : IDocumentReader
{
    private readonly PdfOcr recogniser = new(tools, ocr, options);

    public string Id => "pdf";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Pdf];

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var texts = await tools.WordsAsync(file.Path, file.FirstPage, cancellationToken);
        var pictures = await tools.PicturesAsync(file.Path, cancellationToken);
        var count = file.FirstPage - 1 + texts.Count;
        var collector = new DocumentCollector(options, file.Inside);
        collector.Pages(count);
        var writer = new PageWriter(collector);
        var run = new OcrRun(file, time);
        for (var i = 0; i < texts.Count; i++)
        {
            var number = file.FirstPage + i;
            var text = texts[i];
            var where = new ReadLocation([], number);
            var added = PageWords.Empty;
            if (await recogniser.PlanAsync(file, number, text, pictures, cancellationToken) is { } plan)
            {
                var recognised = await run.TryAsync(() => recogniser.ReadAsync(file, plan, cancellationToken));
                if (recognised is null)
                {
                    writer.End();
                    return new ReadOutcome.Read(collector.ToText(run), [], NextPage: number);
                }

                (text, added) = plan.IsWhole ? (plan.Better(text, recognised), added) : (text, recognised);
            }

            writer.Add(text, where, cancellationToken);
            writer.Add(added, where, cancellationToken);
        }

        writer.End();
        // An album of photographs has no text, and is evidence.
        return collector.IsEmpty && !run.HasRecognised
            ? new ReadOutcome.Unreadable(run.Trouble ?? ReadTrouble.Empty, run.Detail ?? $"{count} pages without text")
            : new ReadOutcome.Read(collector.ToText(run));
    }
}
