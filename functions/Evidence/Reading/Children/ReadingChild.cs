using System.Text.Json;

namespace Avance.Functions.Evidence.Reading.Children;

/// <summary>
/// The other end of <see cref="ChildReader"/>: the app, started again to run one parser on one document and to write what
/// it finds. It serves nothing and has no settings but those in its arguments.
/// </summary>
public static class ReadingChild
{
    private const string Verb = "read-document";

    /// <summary>True when the app was started for this: it is over then.</summary>
    /// <param name="exitCode">0, also when the document cannot be read; another one when it ran out of something.</param>
    public static bool TryRun(string[] arguments, out int exitCode)
    {
        exitCode = 0;
        if (arguments is not [Verb, var id, var path, var settings])
        {
            return false;
        }

        var options = JsonSerializer.Deserialize<ReadingOptions>(settings, Json.Options)!;
        var parser = DocumentParsers.InChild(options).Single(parser => parser.Id == id);
        using var output = Console.OpenStandardOutput();
        using var sink = new FrameSink(output);
        sink.Write(Parse(parser, path, sink));
        return true;
    }

    internal static IReadOnlyList<string> Arguments(IDocumentParser parser, string path, ReadingOptions options) =>
        [Verb, parser.Id, path, JsonSerializer.Serialize(options, Json.Options)];

    private static ReadFrame Parse(IDocumentParser parser, string path, FrameSink sink)
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
