using System.Globalization;
using Avance.Functions.Documents.Reading.ChildProcesses;

namespace Avance.Functions.Documents.Reading.Images;

/// <summary>
/// Turns a picture as its EXIF segment says, and scales it down while it is decoded, by libvips in a child process: it decodes
/// some rows at a time, so that a photograph of 48 megapixels takes 70 MB.
/// </summary>
internal sealed class PictureScaler(ChildProcess children, ReadingOptions options)
{
    /// <summary>Writes it in shades of grey (PGM).</summary>
    /// <param name="page">Of a TIFF, from 0.</param>
    /// <param name="side">Most pixels of its longer side; it is not enlarged.</param>
    /// <exception cref="UnreadableException">It is damaged.</exception>
    public async Task ScaleAsync(string picture, int page, int side, string target, CancellationToken cancellationToken)
    {
        var input = page == 0 ? "stdin" : string.Create(CultureInfo.InvariantCulture, $"stdin[page={page}]");
        var size = string.Create(CultureInfo.InvariantCulture, $"{side}x{side}>");
        var result = await children.RunAsync(
            Command(picture, [input, "--size", size, "--output", ".pgm"]),
            async (output, token) =>
            {
                await using var file = File.Create(target);
                await output.CopyToAsync(file, token);
            },
            cancellationToken
        );
        // It keeps the part of a cut off picture that is there, as viewers do.
        if (result.ExitCode != 0)
        {
            throw new UnreadableException(ReadTrouble.Malformed, result.Describe("vipsthumbnail"));
        }
    }

    private ChildCommand Command(string picture, IReadOnlyList<string> arguments) =>
        new("vipsthumbnail", arguments)
        {
            Input = picture,
            MemoryMegabytes = options.ToolMegabytes,
            ProcessorSeconds = options.OcrPageSeconds,
            Seconds = options.OcrPageSeconds,
            OutputMegabytes = options.OutputMegabytes,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["VIPS_CONCURRENCY"] = "1",
                // Only decoders that are tested against hostile pictures.
                ["VIPS_BLOCK_UNTRUSTED"] = "1",
                // What cannot be decoded row by row stays in memory, within the limit, and not on the disk.
                ["VIPS_DISC_THRESHOLD"] = $"{options.ToolMegabytes}m",
            },
        };
}
