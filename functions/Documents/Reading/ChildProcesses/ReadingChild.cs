using System.Text;
using System.Text.Json;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>
/// The child process of <see cref="ChildReader"/>: the app, started again to run parsers and to write what they find. Each line
/// of its input is a document (<see cref="ReadJob"/>). It ends when its input ends, at the latest with the app. It serves
/// nothing, and has no settings but its arguments.
/// </summary>
public static class ReadingChild
{
    private const string Verb = "read-documents";

    /// <summary>True if the app was started as a child: it then exits with this code.</summary>
    /// <param name="exitCode">0, also after unreadable documents; another code if it ran out of a resource.</param>
    public static bool TryRun(string[] arguments, out int exitCode)
    {
        exitCode = 0;
        if (arguments is not [Verb, var settings])
        {
            return false;
        }

        var options = JsonSerializer.Deserialize<ReadingOptions>(settings, Json.Options)!;
        var parsers = DocumentParsers.InChild(options);
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        while (input.ReadLine() is { } line)
        {
            var job = JsonSerializer.Deserialize<ReadJob>(line, Json.Options)!;
            var sink = new FrameSink(output, job.Folder);
            sink.Write(Parse(parsers.Single(parser => parser.Id == job.Parser), job.Path, sink));
        }

        return true;
    }

    internal static IReadOnlyList<string> Arguments(ReadingOptions options) =>
        [Verb, JsonSerializer.Serialize(options, Json.Options)];

    private static ReadFrame Parse(IDocumentParser<IContainerSink> parser, string path, FrameSink sink)
    {
        try
        {
            using var content = File.OpenRead(path);
            parser.Parse(content, sink, CancellationToken.None);
            return new ReadFrame(Done: true);
        }
        catch (UnreadableException trouble)
        {
            return new ReadFrame(Trouble: new(trouble.Trouble, trouble.Detail));
        }
        catch (OutOfMemoryException error)
        {
            return new ReadFrame(Trouble: new(ReadTrouble.TookTooMuchMemory, error.Message));
        }
        catch (Exception error) when (DocumentReader.IsOfDocument(error))
        {
            return new ReadFrame(Trouble: new(ReadTrouble.Malformed, DocumentReader.Describe(error)));
        }
    }
}
