namespace Avance.Functions.Documents.Reading.Rtf;

/// <summary>
/// Reads Rich Text Format: paragraphs and tables. Hidden and deleted text is left out, and a picture large enough to show text
/// counts as unread.
/// </summary>
internal sealed class RtfParser(ReadingOptions options) : IDocumentParser
{
    public string Id => "rtf";

    public int Version => 1;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Rtf];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        var document = new RtfDocument(new RtfReader(content), sink, options);
        while (document.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        document.End();
    }
}
