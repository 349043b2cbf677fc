using System.Globalization;
using System.Text.RegularExpressions;
using Avance.Functions.Documents.Reading.ChildProcesses;
using Avance.Functions.Documents.Reading.Layout;

namespace Avance.Functions.Documents.Reading.Ocr;

/// <summary>Recognises Spanish text in pictures by tesseract, a page at a time, and says where each word stands.</summary>
internal sealed partial class OcrEngine(ChildProcess children, ReadingOptions options)
{
    private const int Dpi = 200;

    /// <summary>Below this confidence the orientation is a guess.</summary>
    private const double MinConfidence = 2;

    /// <summary>Of a page upside down, which few are: one of few lines in capitals is taken for one at 3, one of many seldom below 10.</summary>
    private const double MinConfidenceUpsideDown = 6;

    /// <summary>Page segmentation mode: one column of text of varying sizes. It finds the rows of tables; mode 3 loses two of three.</summary>
    private const int OneColumn = 4;

    /// <summary>One block of text.</summary>
    private const int OneBlock = 6;

    /// <summary>By how many degrees the picture must be turned clockwise: a page on its side would take a minute and give no text.</summary>
    /// <param name="page">Of a TIFF, from 0.</param>
    public async Task<int> RotationAsync(string picture, CancellationToken cancellationToken, int page = 0)
    {
        var (result, output) = await children.ReadAsync(
            Command(picture, ["--psm", "0", "--dpi", Text(Dpi), .. Page(page)]),
            cancellationToken
        );
        var match = Orientation.Match(output);
        // Tesseract fails on pages with few letters, which count as upright.
        return
            result.ExitCode == 0
            && match.Success
            && double.TryParse(match.Groups["confidence"].Value, CultureInfo.InvariantCulture, out var confidence)
            && int.Parse(match.Groups["degrees"].Value, CultureInfo.InvariantCulture) is var degrees
            && confidence >= (degrees == 180 ? MinConfidenceUpsideDown : MinConfidence)
            ? degrees
            : 0;
    }

    /// <param name="page">Of a TIFF, from 0.</param>
    public async Task<PageWords> ReadAsync(string picture, CancellationToken cancellationToken, int page = 0)
    {
        var words = await ReadAsync(picture, OneColumn, page, cancellationToken);
        return MissedCells.AreLikely(words)
            ? MissedCells.Better(words, await ReadAsync(picture, OneBlock, page, cancellationToken))
            : words;
    }

    private async Task<PageWords> ReadAsync(string picture, int mode, int page, CancellationToken cancellationToken)
    {
        string[] arguments = ["-l", "spa", "--psm", Text(mode), "--dpi", Text(Dpi), "-c", "tessedit_create_tsv=1"];
        var table = new WordTable(options.MillionCharacters);
        var result = await children.RunAsync(
            Command(picture, [.. arguments, .. Page(page)]),
            table.ReadAsync,
            cancellationToken
        );
        return result.ExitCode == 0 ? table.Pages.FirstOrDefault(PageWords.Empty)
            : result.Error.Contains("Error opening data file", StringComparison.Ordinal)
                ? throw new UnreadableException(ReadTrouble.ToolMissing, "Spanish for tesseract")
            : throw new UnreadableException(ReadTrouble.Malformed, result.Describe("tesseract"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Also of the first page: without a number all pages of a TIFF are read as one.</summary>
    private static string[] Page(int page) => ["-c", $"tessedit_page_number={Text(page)}"];

    private ChildCommand Command(string picture, IReadOnlyList<string> arguments) =>
        new("tesseract", ["stdin", "stdout", .. arguments])
        {
            Input = picture,
            MemoryMegabytes = options.ToolMegabytes,
            ProcessorSeconds = options.OcrPageSeconds,
            Seconds = options.OcrPageSeconds,
            OutputMegabytes = options.OutputMegabytes,
            // Threads cost tesseract more than they save.
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["OMP_THREAD_LIMIT"] = "1" },
        };

    [GeneratedRegex(
        @"^Rotate: (?<degrees>0|90|180|270)\s+Orientation confidence: (?<confidence>[\d.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Orientation { get; }
}
