using System.Text.Json;

namespace Avance.Functions.Evidence.Reading.Children;

/// <summary>Writes what a parser finds as lines of JSON, in the child process.</summary>
internal sealed class FrameSink(Stream output) : IReadSink, IDisposable
{
    private readonly BufferedStream buffer = new(output, 64 * 1024);

    public void Pages(int count) => Write(new ReadFrame(Pages: count));

    public void Text(string text, ReadLocation where) => Write(new ReadFrame(Text: new TextBlock(text, where)));

    public void Table(ReadLocation where) => Write(new ReadFrame(Table: where));

    public void Row(IReadOnlyList<string> cells, ReadLocation where) =>
        Write(new ReadFrame(Row: new TableRow(cells.ToValueList(), where)));

    public void Write(ReadFrame frame)
    {
        JsonSerializer.Serialize(buffer, frame, Json.Options);
        buffer.WriteByte((byte)'\n');
        if (frame.IsLast)
        {
            buffer.Flush();
        }
    }

    public void Dispose() => buffer.Dispose();
}
