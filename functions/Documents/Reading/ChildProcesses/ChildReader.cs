namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>
/// Runs a third-party parser in a process of its own: this app, started again (see <see cref="ReadingChild"/>). Such a parser
/// ignores cancellation, and one workbook with ten cells keeps it busy for eleven seconds: only a process can be killed and
/// its memory limited.
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
            // A used child has less time and memory left than the limits: a new one decides.
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

    private async Task<ChildOutput> ParseAsync(
        ReadJob job,
        EvidenceFile file,
        RunningChild child,
        CancellationToken cancellationToken
    )
    {
        var found = new ChildOutput(new DocumentCollector(options, file.Inside));
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

    /// <summary>Reads the documents in it after the child was returned, since they may need one themselves.</summary>
    private static async Task<ReadOutcome> ReadContainedAsync(
        ChildOutput found,
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
