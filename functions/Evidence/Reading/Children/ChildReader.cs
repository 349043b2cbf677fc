namespace Avance.Functions.Evidence.Reading.Children;

/// <summary>
/// Runs a parser of others in a process of its own: this app, started again (see <see cref="ReadingChild"/>). Such a
/// parser looks at no token, and one workbook with ten cells keeps it busy for eleven seconds: only a process can really
/// be ended, and its memory be limited.
/// </summary>
internal sealed class ChildReader(IDocumentParser parser, ReadingOptions options, ChildPool children)
    : IDocumentReader,
        IDisposable
{
    public string Id => parser.Id;

    public int Version => parser.Version;

    public IReadOnlyList<EvidenceFormat> Formats => parser.Formats;

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var child = children.Take();
        var isUsed = child.IsUsed;
        var outcome = await ReadAsync(file, child, cancellationToken);
        // It had less time and memory left than the limits say: only what a new one says of a document holds.
        return
            isUsed
            && outcome
                is ReadOutcome.Unreadable
                {
                    Trouble: ReadTrouble.TookTooLong or ReadTrouble.TookTooMuchMemory or ReadTrouble.ToolFailed
                }
            ? await ReadAsync(file, children.Start(), cancellationToken)
            : outcome;
    }

    public void Dispose() => children.Dispose();

    private async Task<ReadOutcome> ReadAsync(
        EvidenceFile file,
        RunningChild child,
        CancellationToken cancellationToken
    )
    {
        var collector = new DocumentCollector(options, file.Inside);
        var mayGoOn = false;
        try
        {
            var last = await child.ReadAsync(
                new ReadJob(parser.Id, file.Path),
                frame => Replay(frame, collector),
                cancellationToken
            );
            mayGoOn = last.Trouble is not { Trouble: ReadTrouble.TookTooMuchMemory };
            return last.Trouble is { } trouble ? trouble
                : collector.IsEmpty ? new ReadOutcome.Unreadable(ReadTrouble.Empty, "no cells, no text")
                : new ReadOutcome.Read(collector.ToText());
        }
        catch (UnreadableException error)
        {
            return new ReadOutcome.Unreadable(error.Trouble, error.Detail);
        }
        finally
        {
            if (mayGoOn)
            {
                children.Return(child);
            }
            else
            {
                child.Dispose();
            }
        }
    }

    private static void Replay(ReadFrame frame, DocumentCollector collector)
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
}
