using System.Text;
using Avance.Samples.Evidence.Formats;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Writes mails, as they are sent and as Outlook saves them.</summary>
internal static class TestMail
{
    /// <summary>A text, its web page, and attachments.</summary>
    public static byte[] Eml(string text, params (string Name, byte[] Content)[] attachments)
    {
        var mail = new StringBuilder()
            .Append("Received: from a by b\r\nFrom: =?utf-8?Q?Mar=C3=ADa?= <maria@mimp.gob.pe>\r\n")
            .Append(
                "To: csig@mimp.gob.pe\r\nSubject: =?utf-8?B?RGlmdXNpw7Nu?= de la\r\n\t=?iso-8859-1?Q?campa=F1a?=\r\n"
            )
            .Append("Date: Mon, 19 Jun 2023 09:00:00 -0500\r\nMIME-Version: 1.0\r\n")
            .Append("Content-Type: multipart/mixed;\r\n boundary=\"out er\"\r\n\r\npreamble\r\n--out er\r\n")
            .Append("Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n")
            .Append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
            .Append(QuotedPrintable(text))
            .Append(
                "\r\n--in\r\nContent-Type: text/html\r\n\r\n<html><body>Lo mismo</body></html>\r\n--in--\r\nbetween\r\n"
            );
        foreach (var (name, content) in attachments)
        {
            mail.Append("--out er\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n")
                .Append($"Content-Disposition: attachment;\r\n filename*0*=utf-8''{Uri.EscapeDataString(name)}\r\n\r\n")
                .Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks))
                .Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(mail.Append("--out er--\r\nepilogue\r\n").ToString());
    }

    public static byte[] Msg(string subject, string body, params (string Name, byte[] Content)[] attachments)
    {
        var file = new CompoundFileWriter();
        AddMail(file, 0, 32, subject, body);
        for (var i = 0; i < attachments.Length; i++)
        {
            var storage = AddAttachment(file, 0, i, attachments[i].Name);
            file.AddStream("__substg1.0_37010102", attachments[i].Content, storage);
        }

        return file.ToArray();
    }

    /// <summary>A mail within a mail.</summary>
    public static byte[] MsgInMsg(string body)
    {
        var file = new CompoundFileWriter();
        AddMail(file, 0, 32, "Reenvío", "Ver adjunto");
        var inner = file.AddStorage("__substg1.0_3701000D", AddAttachment(file, 0, 0, "Convocatoria"));
        AddMail(file, inner, 24, "Convocatoria", body);
        file.AddStream(
            "__substg1.0_37010102",
            Encoding.UTF8.GetBytes("nota"),
            AddAttachment(file, inner, 0, "nota.txt")
        );
        return file.ToArray();
    }

    private static void AddMail(CompoundFileWriter file, int parent, int header, string subject, string body)
    {
        // An evening in Lima: the next day in UTC.
        var sent = new DateTimeOffset(2023, 6, 20, 1, 30, 0, TimeSpan.Zero).ToFileTime();
        file.AddStream(
            "__properties_version1.0",
            [.. new byte[header], .. BitConverter.GetBytes(0x00390040), 0, 0, 0, 0, .. BitConverter.GetBytes(sent)],
            parent
        );
        file.AddText("__substg1.0_0037001F", subject, parent);
        file.AddText("__substg1.0_1000001F", body, parent);
        file.AddText("__substg1.0_0C1A001F", "María Pérez", parent);
        file.AddStream("__substg1.0_0E04001E", Encoding.Latin1.GetBytes("Comité de Igualdad"), parent);
    }

    private static int AddAttachment(CompoundFileWriter file, int parent, int number, string name)
    {
        var storage = file.AddStorage($"__attach_version1.0_#{number:X8}", parent);
        file.AddStream("__properties_version1.0", new byte[8], storage);
        file.AddText("__substg1.0_3707001F", name, storage);
        return storage;
    }

    private static string QuotedPrintable(string text) =>
        string.Concat(
            Encoding
                .UTF8.GetBytes(text)
                .Select(
                    (b, i) =>
                        (b is >= 32 and < 127 and not 61 ? $"{(char)b}" : $"={b:X2}") + (i % 60 == 59 ? "=\r\n" : "")
                )
        );
}
