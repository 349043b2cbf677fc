namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>Collects what a child process found in one document.</summary>
internal sealed class ChildOutput(DocumentCollector collector)
{
    private readonly List<ContainedFile> contained = [];

    public DocumentCollector Collector => collector;

    public IReadOnlyList<ContainedFile> Contained => contained;

    /// <summary>Count of its entries, with those that are no documents.</summary>
    public int Entries { get; private set; }

    /// <summary>Why it could not be read; null if it could.</summary>
    public ReadOutcome.Unreadable? Trouble { get; set; }

    public void Take(ReadFrame frame)
    {
        switch (frame)
        {
            case { Row: { } row }:
                collector.Row(row.Cells, row.Where, row.Merged);
                break;
            case { Text: { } text }:
                collector.Text(text.Text, text.Where);
                break;
            case { Table: { } table }:
                collector.Table(table);
                break;
            case { Guess: { } guess }:
                collector.Table(guess, isGuess: true);
                break;
            case { Unread: { } unread }:
                collector.Unread(unread);
                break;
            case { Pages: { } pages }:
                collector.Pages(pages);
                break;
            case { Entries: { } entries }:
                Entries += entries;
                break;
            case { Contained: { } document }:
                contained.Add(document);
                break;
        }
    }
}
