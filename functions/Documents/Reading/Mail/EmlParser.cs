using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Mail;

/// <summary>
/// Reads a mail: sender, recipients, date, text, and its attachments one by one. Its HTML body is read only if it has no plain
/// text. No message object is built (two million empty parts take 1.5 GB as objects): its parts are
/// counted and found first, then each is decoded from where it stands.
/// </summary>
internal sealed class EmlParser(ReadingOptions options) : IDocumentParser<IContainerSink>
{
    public string Id => "eml";

    public int Version => 4;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Eml];

    public void Parse(Stream content, IContainerSink sink, CancellationToken cancellationToken)
    {
        var reader = new MailPartReader(content, options);
        reader.ReadMessage(cancellationToken);
        sink.Entries(reader.Parts.Count);
        var writer = new LayoutWriter(sink);
        foreach (var (label, header) in MailLabels.Headers)
        {
            writer.Label(label, reader.Header(header));
        }

        foreach (var part in reader.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadPart(part, content, sink, writer, cancellationToken);
        }

        writer.End();
    }

    private static void ReadPart(
        MailPart part,
        Stream content,
        IContainerSink sink,
        LayoutWriter writer,
        CancellationToken cancellationToken
    )
    {
        if (part.IsEncrypted)
        {
            throw new UnreadableException(ReadTrouble.Encrypted, "S/MIME");
        }

        using var decoded = part.Decode(content);
        if (part is { IsText: true, IsAttachment: false })
        {
            using var text = new StreamReader(decoded, MimeEncodings.Of(part.Type.Charset ?? ""));
            foreach (var paragraph in PlainText.Paragraphs(text, cancellationToken))
            {
                writer.Add(paragraph);
                part.Around?.HasText = true;
            }

            return;
        }

        var isBody = part is { IsHtml: true, IsAttachment: false };
        if (isBody && part.Around is { IsAlternative: true, HasText: true })
        {
            return;
        }

        var name =
            part.Name.Length > 0 ? part.Name
            : isBody ? MailLabels.Body
            : part.Type.IsMimeType("message", "rfc822") ? MailLabels.Mail
            : MailLabels.Unnamed;
        sink.Contained(name, decoded);
    }
}
