using Avance.Samples.Evidence.Expected;
using Avance.Samples.Evidence.Formats;

namespace Avance.Samples.Evidence;

/// <summary>Makes files that hold others: ZIPs, and mails with their attachments.</summary>
internal static class Containers
{
    /// <summary>Paragraphs of a mail before its text: from, to, date, subject.</summary>
    private const int Headers = 4;
    private const string DateHeader = "paragraph 3";

    public static SampleFile Zip(string name, params SampleFile[] files) =>
        new(name, Packages.Of(Contents(files)), [Empty(name, "zip"), .. Inner(name, files)]);

    public static SampleFile Eml(string name, Mail mail, params SampleFile[] attachments) =>
        new(name, MailWriter.Eml(mail, Contents(attachments)), [Notes(name, "eml", mail), .. Inner(name, attachments)]);

    public static SampleFile Msg(string name, Mail mail, params SampleFile[] attachments) =>
        new(name, MailWriter.Msg(mail, Contents(attachments)), [Notes(name, "msg", mail), .. Inner(name, attachments)]);

    /// <summary>A ZIP with a password: what is in it cannot be read.</summary>
    public static SampleFile EncryptedZip(string name, params SampleFile[] files) =>
        new(
            name,
            Packages.Encrypted(Packages.Of(Contents(files))),
            [
                Empty(name, "zip"),
                .. files.Select(file => Broken.Notes(name, null, nameof(Broken.Encrypted)) with { Path = [file.Name] }),
            ]
        );

    private static (string Name, byte[] Content)[] Contents(SampleFile[] files) =>
        [.. files.Select(file => (file.Name, file.Content))];

    private static IEnumerable<DocumentNotes> Inner(string name, SampleFile[] files) =>
        files.SelectMany(file =>
            file.Documents.Select(document => document with { File = name, Path = [file.Name, .. document.Path] })
        );

    private static DocumentNotes Empty(string name, string format) =>
        new(name, [], format, true, null, null, false, "unknown", []);

    private static DocumentNotes Notes(string name, string format, Mail mail)
    {
        var sent = Note.Date(DateOnly.FromDateTime(mail.Sent));
        return new DocumentNotes(
            name,
            [],
            format,
            true,
            null,
            null,
            false,
            mail.Body.Kind,
            [
                new NotedFact(sent.Sort, sent.Value, DateHeader),
                .. Places.Facts(mail.Body, Places.InPlainText(mail.Body, Headers)),
            ]
        );
    }
}
