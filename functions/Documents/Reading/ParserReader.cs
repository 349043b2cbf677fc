namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Runs one of our parsers in the app: it reads piece by piece and checks for cancellation, so that it ends in time, and its
/// output is limited. Third-party parsers run in a <see cref="ChildProcesses.ChildReader"/>.
/// </summary>
internal sealed class ParserReader(IDocumentParser parser, ReadingOptions options, TimeProvider time) : IDocumentReader
{
    public string Id => parser.Id;

    public int Version => parser.Version;

    public IReadOnlyList<EvidenceFormat> Formats => parser.Formats;

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(options.DocumentSeconds), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var token = both.Token;
        return await Task.Run(() => Parse(file, token), token);
    }

    private ReadOutcome Parse(EvidenceFile file, CancellationToken cancellationToken)
    {
        var collector = new DocumentCollector(options, file.Inside);
        using var content = file.Open();
        parser.Parse(content, collector, cancellationToken);
        return collector.IsEmpty
            ? new ReadOutcome.Unreadable(ReadTrouble.Empty, "no text")
            : new ReadOutcome.Read(collector.ToText());
    }
}
