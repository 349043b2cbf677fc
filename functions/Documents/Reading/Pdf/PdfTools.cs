using System.Globalization;
using Avance.Functions.Documents.Reading.ChildProcesses;
using Avance.Functions.Documents.Reading.Layout;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>Runs the programs of poppler. Each gets the document as its standard input and never its path.</summary>
internal sealed class PdfTools(ChildProcess children, ReadingOptions options)
{
    /// <summary>Pixels of the longer side of a rendered page; an A4 at 400 dpi has 4,677, a poster would have 40,000.</summary>
    private const int MaxSide = 4_700;

    /// <summary>Times as many bytes as its text that the words take with their places, which are read as they come.</summary>
    private const int BytesOfPlaces = 4;

    /// <summary>The words of each page from <paramref name="firstPage"/> on.</summary>
    /// <exception cref="UnreadableException">It needs a password, is damaged, or has too many pages.</exception>
    public async Task<List<PageWords>> WordsAsync(string path, int firstPage, CancellationToken cancellationToken)
    {
        var table = new WordTable(options.MillionCharacters);
        var (first, last) = (Text(firstPage), Text(options.Pages + 1));
        var result = await children.RunAsync(
            Command("pdftotext", path, "-f", first, "-l", last, "-enc", "UTF-8", "-tsv", "-", "-") with
            {
                OutputMegabytes = BytesOfPlaces * options.OutputMegabytes,
            },
            table.ReadAsync,
            cancellationToken
        );
        if (result.ExitCode != 0)
        {
            throw result.Error.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase)
                ? new UnreadableException(ReadTrouble.Encrypted, "a user password")
                : new UnreadableException(ReadTrouble.Malformed, result.Describe("pdftotext"));
        }

        if (firstPage + table.Pages.Count - 1 > options.Pages)
        {
            throw new UnreadableException(ReadTrouble.TooManyPages, $"more than {options.Pages} pages");
        }

        return table.Pages;
    }

    /// <summary>The pictures of all pages.</summary>
    public async Task<PdfPictures> PicturesAsync(string path, CancellationToken cancellationToken)
    {
        if (!await PdfFile.MayHavePicturesAsync(path, cancellationToken))
        {
            return new PdfPictures([]);
        }

        var last = Text(options.Pages);
        var (_, output) = await children.ReadAsync(
            Command("pdfimages", path, "-list", "-l", last, "-"),
            cancellationToken
        );
        // Its exit code is ignored: the pictures listed before a failure are used, and without pictures there is no OCR.
        return new PdfPictures(PdfImage.Parse(output));
    }

    /// <summary>Extracts the only picture of a page unchanged, as a JPEG.</summary>
    /// <returns>Its path; null if it could not be extracted.</returns>
    public async Task<string?> ExtractAsync(string path, int page, string folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["-j", "-f", Text(page), "-l", Text(page), "-", Path.Combine(folder, "picture")];
        await children.ReadAsync(Command("pdfimages", path, arguments) with { Folder = folder }, cancellationToken);
        return Directory.EnumerateFiles(folder, "picture*.jpg").FirstOrDefault();
    }

    /// <summary>Renders a page in shades of grey.</summary>
    /// <param name="dpi">Pixels per inch; fewer for a page larger than those of an office.</param>
    public async Task<string> RenderAsync(
        string path,
        PdfPage page,
        int dpi,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var side = Math.Max(page.Width, page.Height) / 72 * dpi;
        string[] scale = side > MaxSide ? ["-scale-to", Text(MaxSide)] : ["-r", Text(dpi)];
        var number = Text(page.Number);
        var target = Path.Combine(folder, "page.pgm");
        var result = await children.RunAsync(
            Command("pdftoppm", path, ["-gray", .. scale, "-f", number, "-l", number, "-singlefile", "-"]),
            async (output, token) =>
            {
                await using var file = File.Create(target);
                await output.CopyToAsync(file, token);
            },
            cancellationToken
        );
        return result.ExitCode == 0
            ? target
            : throw new UnreadableException(ReadTrouble.Malformed, result.Describe("pdftoppm"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ChildCommand Command(string tool, string input, params IReadOnlyList<string> arguments) =>
        new(tool, arguments)
        {
            Input = input,
            MemoryMegabytes = options.ToolMegabytes,
            ProcessorSeconds = options.ChildProcessorSeconds,
            Seconds = options.ChildSeconds,
            OutputMegabytes = options.OutputMegabytes,
        };
}
