using System.Globalization;
using System.Text.RegularExpressions;
using Avance.Functions.Documents.Reading.Children;

namespace Avance.Functions.Documents.Reading.Ocr;

/// <summary>Recognises Spanish text in pictures by tesseract, a page at a time, with its blanks, so that tables stay.</summary>
internal sealed partial class OcrEngine(ChildProcess children, ReadingOptions options)
{
    private const int Dpi = 200;

    /// <summary>Below this it only guesses how the page lies.</summary>
    private const double MinConfidence = 2;

    /// <summary>A page as one column of text of varying sizes: finds the rows of tables, of which 3 loses two of three.</summary>
    private const int OneColumn = 4;

    /// <summary>As 3, but turns the page as it lies.</summary>
    private const int Turning = 1;

    /// <summary>By how many degrees the picture has to be turned clockwise: a page on its side takes a minute for nothing.</summary>
    /// <param name="page">Of a TIFF, from 0.</param>
    public async Task<int> RotationAsync(string picture, CancellationToken cancellationToken, int page = 0)
    {
        var (result, output) = await children.ReadAsync(
            Command(picture, ["--psm", "0", "--dpi", Text(Dpi), .. Page(page)]),
            cancellationToken
        );
        var match = Orientation.Match(output);
        // It fails on pages with few letters.
        return
            result.ExitCode == 0
            && match.Success
            && double.TryParse(match.Groups["confidence"].Value, CultureInfo.InvariantCulture, out var confidence)
            && confidence >= MinConfidence
            ? int.Parse(match.Groups["degrees"].Value, CultureInfo.InvariantCulture)
            : 0;
    }

    /// <param name="page">Of a TIFF, from 0.</param>
    /// <param name="turned">True when the picture lies on its side.</param>
    public async Task<string> ReadAsync(
        string picture,
        CancellationToken cancellationToken,
        int page = 0,
        bool turned = false
    )
    {
        var mode = Text(turned ? Turning : OneColumn);
        string[] arguments = ["-l", "spa", "--psm", mode, "--dpi", Text(Dpi), "-c", "preserve_interword_spaces=1"];
        var (result, output) = await children.ReadAsync(
            Command(picture, [.. arguments, .. Page(page)]),
            cancellationToken
        );
        return result.ExitCode == 0 ? output.Replace("\f", "", StringComparison.Ordinal)
            : result.Error.Contains("Error opening data file", StringComparison.Ordinal)
                ? throw new UnreadableException(ReadTrouble.ToolMissing, "Spanish for tesseract")
            : throw new UnreadableException(ReadTrouble.Malformed, result.Describe("tesseract"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Page(int page) => page == 0 ? [] : ["-c", $"tessedit_page_number={Text(page)}"];

    private ChildCommand Command(string picture, IReadOnlyList<string> arguments) =>
        new("tesseract", ["stdin", "stdout", .. arguments])
        {
            Input = picture,
            MemoryMegabytes = options.ToolMegabytes,
            ProcessorSeconds = options.OcrPageSeconds,
            Seconds = options.OcrPageSeconds,
            OutputMegabytes = options.OutputMegabytes,
            // Its threads cost more than they save, and the machine has other work.
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["OMP_THREAD_LIMIT"] = "1" },
        };

    [GeneratedRegex(
        @"^Rotate: (?<degrees>0|90|180|270)\s+Orientation confidence: (?<confidence>[\d.]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Orientation { get; }
}
