namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Runs a parser of ours in the app. It reads a stream piece by piece and looks at the token for each piece, so that it
/// ends in time; what it keeps is counted. Parsers of others run in a <see cref="Children.ChildReader"/>.
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
