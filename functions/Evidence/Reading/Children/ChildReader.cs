using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Avance.Functions.Evidence.Reading.Children;

/// <summary>
/// Runs a parser of others in a process of its own: this app, started again (see <see cref="ReadingChild"/>). Such a
/// parser looks at no token, and one workbook with ten cells keeps it busy for eleven seconds: only a process can really
/// be ended, and its memory be limited. Starting one takes a tenth of a second.
/// </summary>
internal sealed class ChildReader(IDocumentParser parser, ReadingOptions options, ChildProcess children)
    : IDocumentReader
{
    /// <summary>The runtime reserves address space for many times the memory that it may use.</summary>
    private const int AddressSpaceMegabytes = 16 * 1024;

    public string Id => parser.Id;

    public int Version => parser.Version;

    public IReadOnlyList<EvidenceFormat> Formats => parser.Formats;

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var collector = new DocumentCollector(options, file.Inside);
        ReadFrame? last = null;
        var result = await children.RunAsync(
            Command(file.Path),
            async (output, token) =>
            {
                // A sequence of values without separators but white space, each made and dropped before the next.
                var frames = JsonSerializer.DeserializeAsyncEnumerable<ReadFrame>(output, true, Json.Options, token);
                await foreach (var frame in frames)
                {
                    last = frame;
                    Replay(frame, collector);
                }
            },
            cancellationToken
        );
        return last switch
        {
            { Trouble: { } trouble } => trouble,
            { Done: true } when collector.IsEmpty => new ReadOutcome.Unreadable(ReadTrouble.Empty, "no cells, no text"),
            { Done: true } => new ReadOutcome.Read(collector.ToText()),
            _ => new ReadOutcome.Unreadable(ReadTrouble.ToolFailed, result.Describe(Id)),
        };
    }

    private static void Replay(ReadFrame? frame, DocumentCollector collector)
    {
        switch (frame)
        {
            case { Row: { } row }:
                collector.Row(row.Cells, row.Where);
                break;
            case { Text: { } text }:
                collector.Text(text.Text, text.Where);
                break;
            case { Table: { } table }:
                collector.Table(table);
                break;
            case { Pages: { } pages }:
                collector.Pages(pages);
                break;
        }
    }

    private ChildCommand Command(string path)
    {
        var (tool, arguments) = App();
        return new ChildCommand(tool, [.. arguments, .. ReadingChild.Arguments(parser, path, options)])
        {
            MemoryMegabytes = AddressSpaceMegabytes,
            ProcessorSeconds = options.ChildProcessorSeconds,
            Seconds = options.ChildSeconds,
            // As JSON, each cell of some letters takes twice its length.
            OutputMegabytes = 4 * options.OutputMegabytes,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DOTNET_GCHeapHardLimit"] = (options.ChildMegabytes * ReadingOptions.Megabyte).ToString(
                    "X",
                    CultureInfo.InvariantCulture
                ),
                ["DOTNET_gcConcurrent"] = "0",
                ["DOTNET_EnableDiagnostics"] = "0",
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_NOLOGO"] = "1",
            },
        };
    }

    /// <summary>How to start this app again: by its own program, or by the one that runs any .NET program.</summary>
    private static (string Tool, string[] Arguments) App()
    {
        var assembly = typeof(ReadingChild).Assembly;
        var name = assembly.GetName().Name!;
        if (Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == name)
        {
            return (own, []);
        }

        // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/
        var muxer = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        return (File.Exists(muxer) ? muxer : "dotnet", ["exec", assembly.Location]);
    }
}
