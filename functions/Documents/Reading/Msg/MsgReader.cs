using System.Globalization;
using Avance.Functions.Documents.Reading.CompoundFiles;
using Avance.Functions.Documents.Reading.Mail;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Msg;

/// <summary>
/// Reads a mail saved by Outlook: sender, recipients, date, text, and its attachments one by one. A mail attached to the mail
/// is part of the same file: it is read here too, as a contained document.
/// </summary>
internal sealed class MsgReader(ReadingOptions options, BusinessCalendar calendar) : IDocumentReader
{
    private const int MailHeader = 32;
    private const int InnerMailHeader = 24;
    private const int AttachmentHeader = 8;
    private const int Submitted = 0x00390040;

    public string Id => "msg";

    public int Version => 4;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Msg];

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        await using var content = file.Open();
        var compound = new CompoundFile(content);
        var mail = new MsgProperties(compound, compound.Root, MailHeader);
        return await ReadMailAsync(compound, mail, file.Contained, file.Inside, cancellationToken);
    }

    private async Task<ReadOutcome> ReadMailAsync(
        CompoundFile compound,
        MsgProperties mail,
        ContainedReader contained,
        ValueList<string> inside,
        CancellationToken cancellationToken
    )
    {
        var collector = new DocumentCollector(options, inside);
        var hasText = WriteText(mail, collector, cancellationToken);
        var documents = new List<DocumentReading>();
        if (!hasText && mail.Bytes("1013") is { } html)
        {
            contained.TakeEntries();
            documents.Add(
                await contained.ReadAsync(MailLabels.Body, () => compound.Open(html), null, cancellationToken)
            );
        }

        foreach (var storage in mail.Children.Where(IsAttachment))
        {
            cancellationToken.ThrowIfCancellationRequested();
            contained.TakeEntries();
            var attachment = new MsgProperties(compound, storage, AttachmentHeader);
            documents.Add(await ReadAttachmentAsync(compound, attachment, contained, inside, cancellationToken));
        }

        return collector.IsEmpty && documents.Count == 0
            ? new ReadOutcome.Unreadable(ReadTrouble.Empty, "no headers, no text, no attachments")
            : new ReadOutcome.Read(collector.ToText(), documents.ToValueList());
    }

    private async Task<DocumentReading> ReadAttachmentAsync(
        CompoundFile compound,
        MsgProperties attachment,
        ContainedReader contained,
        ValueList<string> inside,
        CancellationToken cancellationToken
    )
    {
        // Its long name, else its short (8.3) name, else its display name.
        string[] names = [attachment.Text("3707"), attachment.Text("3704"), attachment.Text("3001")];
        var name = names.FirstOrDefault(name => name.Trim('\0', ' ').Length > 0)?.Trim('\0', ' ') ?? MailLabels.Unnamed;
        if (attachment.Bytes("3701") is { } bytes)
        {
            return await contained.ReadAsync(name, () => compound.Open(bytes), null, cancellationToken);
        }

        if (attachment.Message("3701") is not { } message)
        {
            // A link to a file in a cloud storage, which is not fetched.
            return contained.Refuse(name, ReadTrouble.Empty, "an attachment by reference");
        }

        if (inside.Count + 1 >= options.Depth)
        {
            return contained.Refuse(name, ReadTrouble.TooDeep, "a mail in a mail");
        }

        var mail = new MsgProperties(compound, message, InnerMailHeader);
        ValueList<string> path = [.. inside, name];
        var outcome = await ReadMailAsync(compound, mail, contained.Within(name), path, cancellationToken);
        return new DocumentReading(path, name, EvidenceFormat.Msg, true, Id, Version, outcome);
    }

    /// <summary>As in a mail's header, in the plan's time zone: in UTC a mail of the evening would be of the next day.</summary>
    private string Date(MsgProperties mail) =>
        mail.Time(Submitted) is { } sent
            ? calendar.ToLocal(sent).ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture)
            : "";

    /// <returns>False if the mail has no text besides its headers.</returns>
    private bool WriteText(MsgProperties mail, DocumentCollector collector, CancellationToken cancellationToken)
    {
        var writer = new LayoutWriter(collector);
        writer.Label(MailLabels.From, $"{mail.Text("0C1A")} {Address(mail)}".Trim());
        writer.Label(MailLabels.To, mail.Text("0E04"));
        writer.Label(MailLabels.Copy, mail.Text("0E03"));
        writer.Label(MailLabels.Date, Date(mail));
        writer.Label(MailLabels.Subject, mail.Text("0037"));
        var hasText = false;
        using var body = new StringReader(mail.Text("1000"));
        foreach (var paragraph in PlainText.Paragraphs(body, cancellationToken))
        {
            hasText = true;
            writer.Add(paragraph);
        }

        writer.End();
        return hasText;
    }

    private static string Address(MsgProperties mail) =>
        mail.Text("5D01") is { Length: > 0 } address ? $"<{address}>" : "";

    private static bool IsAttachment(CompoundEntry entry) =>
        entry.IsStorage && entry.Name.StartsWith("__attach_version1.0_", StringComparison.OrdinalIgnoreCase);
}
