namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Extracts the text of a document from its bytes: no files, no processes, no clock. It runs in the app
/// (<see cref="ParserReader"/>) or in a process of its own (<see cref="ChildProcesses.ChildReader"/>).
/// </summary>
internal interface IDocumentParser<in TSink>
    where TSink : IReadSink
{
    string Id { get; }

    int Version { get; }

    IReadOnlyList<EvidenceFormat> Formats { get; }

    /// <param name="content">Seekable, at its start.</param>
    /// <exception cref="UnreadableException">A known trouble; any other exception means that the document is malformed.</exception>
    void Parse(Stream content, TSink sink, CancellationToken cancellationToken);
}

/// <summary>The parser of a document that contains no others.</summary>
internal interface IDocumentParser : IDocumentParser<IReadSink>;
