namespace Avance.Functions.Documents.Reading.Text;

/// <summary>Reads plain text: a block a paragraph, and the tables that people lay out with blanks.</summary>
internal sealed class TextParser : IDocumentParser
{
    public string Id => "text";

    public int Version => 2;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Txt];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        var encoding = TextEncodings.Of(content, cancellationToken);
        using var text = new StreamReader(
            content,
            encoding,
            detectEncodingFromByteOrderMarks: true,
            -1,
            leaveOpen: true
        );
        var writer = new LayoutWriter(sink);
        foreach (var paragraph in PlainText.Paragraphs(text, cancellationToken))
        {
            writer.Add(paragraph);
        }

        writer.End();
    }
}
