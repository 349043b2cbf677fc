namespace Avance.Functions.Documents.Reading.Children;

/// <summary>
/// Runs a parser of others in a process of its own: this app, started again (see <see cref="ReadingChild"/>). Such a
/// parser looks at no token, and one workbook with ten cells keeps it busy for eleven seconds: only a process can really
/// be ended, and its memory be limited.
/// </summary>
internal sealed class ChildReader(IDocumentParser<IContainerSink> parser, ReadingOptions options, ChildPool children)
    : IDocumentReader,
        IDisposable
{
    public string Id => parser.Id;

    public int Version => parser.Version;

    public IReadOnlyList<EvidenceFormat> Formats => parser.Formats;

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("avance-");
        try
        {
            var job = new ReadJob(parser.Id, file.Path, folder.FullName);
            var child = children.Take();
            var isUsed = child.IsUsed;
            var found = await ParseAsync(job, file, child, cancellationToken);
            // It had less time and memory left than the limits say: only what a new one says of a document holds.
            if (
                isUsed
                && found.Trouble
                    is { Trouble: ReadTrouble.TookTooLong or ReadTrouble.TookTooMuchMemory or ReadTrouble.ToolFailed }
            )
            {
                found = await ParseAsync(job, file, children.Start(), cancellationToken);
            }

            return found.Trouble is { } trouble
                ? trouble
                : await ReadContainedAsync(found, job, file, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => children.Dispose();

    private async Task<FoundInChild> ParseAsync(
        ReadJob job,
        EvidenceFile file,
        RunningChild child,
        CancellationToken cancellationToken
    )
    {
        var found = new FoundInChild(new DocumentCollector(options, file.Inside));
        var mayGoOn = false;
        try
        {
            var last = await child.ReadAsync(job, found.Take, cancellationToken);
            mayGoOn = last.Trouble is not { Trouble: ReadTrouble.TookTooMuchMemory };
            found.Trouble = last.Trouble;
        }
        catch (UnreadableException error)
        {
            found.Trouble = new ReadOutcome.Unreadable(error.Trouble, error.Detail);
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

        return found;
    }

    /// <summary>Reads the documents in it once no child is waiting for that: they may need one themselves.</summary>
    private static async Task<ReadOutcome> ReadContainedAsync(
        FoundInChild found,
        ReadJob job,
        EvidenceFile file,
        CancellationToken cancellationToken
    )
    {
        file.Contained.TakeEntries(found.Entries);
        var documents = new List<DocumentReading>();
        foreach (var contained in found.Contained)
        {
            cancellationToken.ThrowIfCancellationRequested();
            documents.Add(
                await file.Contained.ReadAsync(
                    contained.Name,
                    () => File.OpenRead(Path.Combine(job.Folder, contained.File)),
                    packedLength: null,
                    cancellationToken
                )
            );
        }

        return found.Collector.IsEmpty && documents.Count == 0
            ? new ReadOutcome.Unreadable(ReadTrouble.Empty, "no cells, no text, no documents")
            : new ReadOutcome.Read(found.Collector.ToText(), documents.ToValueList());
    }
}
