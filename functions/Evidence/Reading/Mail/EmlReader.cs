using Avance.Functions.Evidence.Reading.Text;

namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>
/// Reads a mail: who wrote to whom and when, its text, and its attachments one by one. Its web page is read only when it
/// has no text of its own.
/// </summary>
internal sealed class EmlReader(ReadingOptions options) : IDocumentReader
{
    public string Id => "eml";

    public int Version => 2;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Eml];

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        await using var content = file.Open();
        var lines = new MimeLines(content);
        var headers = MimeHeaders.Read(lines);
        var collector = new DocumentCollector(options, file.Inside);
        var writer = new LayoutWriter(collector);
        foreach (var (label, header) in MailLabels.Headers)
        {
            writer.Label(label, EncodedWords.Decode(headers[header]));
        }

        var parts = new MimeParts(lines, options);
        var documents = new List<DocumentReading>();
        for (var part = parts.Next(headers); part is not null; part = parts.Next(null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Contained.TakeEntry();
            await ReadPartAsync(part, file, writer, documents, cancellationToken);
        }

        writer.End();
        return collector.IsEmpty && documents.Count == 0
            ? new ReadOutcome.Unreadable(ReadTrouble.Empty, "no headers, no text, no attachments")
            : new ReadOutcome.Read(collector.ToText(), documents.ToValueList());
    }

    private static async Task ReadPartAsync(
        MimePart part,
        EvidenceFile file,
        LayoutWriter writer,
        List<DocumentReading> documents,
        CancellationToken cancellationToken
    )
    {
        if (part.Type.Value == "application/pkcs7-mime" && part.Type["smime-type"] == "enveloped-data")
        {
            throw new UnreadableException(ReadTrouble.Encrypted, "S/MIME");
        }

        if (part is { IsText: true, IsAttachment: false })
        {
            using var text = new StreamReader(part.Decoded(), MimeEncodings.Of(part.Type["charset"]));
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
            : part.Type.Value == "message/rfc822" ? MailLabels.Mail
            : MailLabels.Unnamed;
        documents.Add(await file.Contained.ReadAsync(name, part.Decoded, packedLength: null, cancellationToken));
    }
}
