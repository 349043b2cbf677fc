using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;
using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Images;

/// <summary>
/// Reads a document and recognises the text of the pictures in it, such as a scanned list pasted into Word. Pictures too small
/// to read, such as a logo, are left out, and so are those that are neither JPEG nor PNG.
/// </summary>
/// <param name="document">Reads the document itself.</param>
internal sealed class EmbeddedPictureReader(
    IDocumentReader document,
    PictureOcr pictures,
    ReadingOptions options,
    TimeProvider time
) : IDocumentReader, IDisposable
{
    /// <summary>Half a page of a screen.</summary>
    private const long MinPixels = 150_000;

    /// <summary>Added to the version of the document's reader, so that it grows with either.</summary>
    private const int PicturesVersion = 1;

    /// <summary>The folder of pictures in each format.</summary>
    private static readonly Dictionary<EvidenceFormat, string> Folders = new()
    {
        [EvidenceFormat.Docx] = "word/media/",
        [EvidenceFormat.Pptx] = "ppt/media/",
        [EvidenceFormat.Xlsx] = "xl/media/",
        [EvidenceFormat.Odt] = "Pictures/",
        [EvidenceFormat.Odp] = "Pictures/",
        [EvidenceFormat.Ods] = "Pictures/",
    };

    public string Id => document.Id;

    public int Version => document.Version + PicturesVersion;

    public IReadOnlyList<EvidenceFormat> Formats => document.Formats;

    /// <summary>True if documents of that format may have pictures in them.</summary>
    public static bool MayHavePictures(IDocumentReader reader) => reader.Formats.All(Folders.ContainsKey);

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var outcome = await document.ReadAsync(file, cancellationToken);
        if (outcome is ReadOutcome.Unreadable { Trouble: not ReadTrouble.Empty })
        {
            return outcome;
        }

        var own = (outcome as ReadOutcome.Read)?.Text;
        var collector = new DocumentCollector(options, file.Inside);
        var run = new OcrRun(file, time);
        var next = await RecogniseAsync(file, own is not null, run, collector, cancellationToken);
        if (own is null)
        {
            // An album of photographs has no text, and is evidence.
            return run.HasRecognised || next is not null ? new ReadOutcome.Read(collector.ToText(run), [], next)
                : run.Trouble is { } trouble ? new ReadOutcome.Unreadable(trouble, run.Detail)
                : outcome;
        }

        var usedOcr = !collector.IsEmpty;
        var found = collector.ToText(run) with { Pages = own.Pages, UsedOcr = usedOcr };
        // A later run has read the document's own text before.
        return new ReadOutcome.Read(
            file.FirstPage > 1
                ? found
                : found with
                {
                    Blocks = [.. own.Blocks, .. found.Blocks],
                    Tables = [.. own.Tables, .. found.Tables],
                    Unread = own.Unread + found.Unread,
                },
            [],
            next
        );
    }

    public void Dispose() => (document as IDisposable)?.Dispose();

    /// <returns>The number of the picture at which the next run begins; null if none is left.</returns>
    private async Task<int?> RecogniseAsync(
        EvidenceFile file,
        bool hasText,
        OcrRun run,
        DocumentCollector collector,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("avance-");
        try
        {
            await using var content = file.Open();
            // The flat kind of OpenDocument has no parts.
            if (!Package.IsPackage(content))
            {
                return null;
            }

            using var package = Package.Open(content, options, cancellationToken);
            var copy = Path.Combine(folder.FullName, "picture");
            var number = 0;
            foreach (var name in Names(package))
            {
                var trouble = await ExtractAsync(file, package, name, copy, cancellationToken);
                // A picture that is too large counts as unread, once over all runs.
                if ((trouble is null && !IsReadable(copy, name)) || ++number < file.FirstPage)
                {
                    continue;
                }

                var text = trouble is null
                    ? await run.TryAsync(() => ReadAsync(copy, name, cancellationToken))
                    : run.MarkUnread(trouble.Trouble, trouble.Detail);
                if (text is null)
                {
                    return number;
                }

                // The pictures of a document without text are its pages.
                var where = hasText ? new ReadLocation([]) { Picture = number } : new ReadLocation([], number);
                var writer = new PageWriter(collector);
                writer.Add(text, where, cancellationToken);
                writer.End();
            }

            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>image2.png before image10.jpeg.</summary>
    private IEnumerable<string> Names(Package package) =>
        package
            .Names(Folders[Formats[0]])
            .OrderBy(name => Path.GetFileNameWithoutExtension(name).Length)
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase);

    /// <returns>The trouble if the picture is too large to unpack; the rest of the document is kept.</returns>
    private static async Task<UnreadableException?> ExtractAsync(
        EvidenceFile file,
        Package package,
        string name,
        string copy,
        CancellationToken cancellationToken
    )
    {
        // If this picture cannot be opened, the copy of the one before must not be taken for it.
        File.Delete(copy);
        try
        {
            await file.Contained.CopyAsync(() => package.Open(name), copy, null, cancellationToken);
        }
        catch (UnreadableException trouble)
        {
            return trouble;
        }
        catch (Exception error) when (DocumentReader.IsOfDocument(error))
        {
            // Damaged: the part that was unpacked may still be a picture.
        }

        return null;
    }

    private static bool IsReadable(string path, string name)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var content = File.OpenRead(path);
        try
        {
            var format = FormatSniffer.Sniff(content, name);
            return format is EvidenceFormat.Jpg or EvidenceFormat.Png
                && ImageHeader.Read(content, format) is [var size]
                && size.Width >= MinPixels / size.Height;
        }
        catch (Exception error) when (error is UnreadableException || DocumentReader.IsOfDocument(error))
        {
            // It cannot be displayed, so that it counts as no picture.
            return false;
        }
    }

    private async Task<PageWords> ReadAsync(string path, string name, CancellationToken cancellationToken)
    {
        PictureSize size;
        using (var content = File.OpenRead(path))
        {
            size = pictures.Sizes(content, FormatSniffer.Sniff(content, name))[0];
        }

        return await pictures.ReadAsync(path, size, 0, cancellationToken);
    }
}
