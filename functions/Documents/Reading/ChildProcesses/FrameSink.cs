using System.Globalization;
using System.Text.Json;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>Writes what a parser finds in a document as lines of JSON; runs in the child process.</summary>
/// <param name="output">Left open; flushed after the last frame.</param>
/// <param name="folder">The folder for the documents in it.</param>
internal sealed class FrameSink(BufferedStream output, string folder) : IContainerSink
{
    private int contained;

    public void Pages(int count) => Write(new ReadFrame(Pages: count));

    public void Text(string text, ReadLocation where) => Write(new ReadFrame(Text: new TextBlock(text, where)));

    public void Table(ReadLocation where, bool isGuess = false) =>
        Write(isGuess ? new ReadFrame(Guess: where) : new ReadFrame(Table: where));

    public void Unread(int count) => Write(new ReadFrame(Unread: count));

    public void Row(IReadOnlyList<string> cells, ReadLocation where, IReadOnlyList<int>? merged = null) =>
        Write(
            new ReadFrame(
                Row: new TableRow(cells.ToValueList(), where)
                {
                    Merged = merged is { Count: > 0 } ? merged.ToValueList() : null,
                }
            )
        );

    public void Entries(int count) => Write(new ReadFrame(Entries: count));

    public void Contained(string name, Stream content)
    {
        var file = (++contained).ToString(CultureInfo.InvariantCulture);
        using (var copy = File.Create(Path.Combine(folder, file)))
        {
            content.CopyTo(copy);
        }

        Write(new ReadFrame(Contained: new ContainedFile(name, file)));
    }

    public void Write(ReadFrame frame)
    {
        JsonSerializer.Serialize(output, frame, Json.Options);
        output.WriteByte((byte)'\n');
        if (frame.IsLast)
        {
            output.Flush();
        }
    }
}
