namespace Avance.Functions.Evidence.Reading;

/// <summary>
/// Tells the text of a document from its bytes: no files, no processes, no clock. It runs in the app
/// (<see cref="ParserReader"/>) or in a process of its own (<see cref="Children.ChildReader"/>).
/// </summary>
internal interface IDocumentParser
{
    string Id { get; }

    int Version { get; }

    IReadOnlyList<EvidenceFormat> Formats { get; }

    /// <param name="content">Seekable, at its start.</param>
    /// <exception cref="UnreadableException">A stated trouble; any other exception means that it is malformed.</exception>
    void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken);
}
