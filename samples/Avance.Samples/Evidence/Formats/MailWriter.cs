using System.Globalization;
using System.Text;

namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes mails, as they are sent (EML) and as Outlook saves them (MSG).</summary>
internal static class MailWriter
{
    private const int Submitted = 0x00390040;
    private const string Boundary = "=_parte_siguiente";

    public static byte[] Eml(Mail mail, params (string Name, byte[] Content)[] attachments)
    {
        var text = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"From: {Word(mail.From)} <{mail.Address}>\r\nTo: {Word(mail.To)} <personal@ejemplo.example>\r\n"
            )
            .Append(CultureInfo.InvariantCulture, $"Subject: {Word(mail.Subject)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {mail.Sent:ddd, dd MMM yyyy HH:mm:ss} -0500\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"Message-ID: <{mail.Sent.Ticks}@ejemplo.example>\r\nMIME-Version: 1.0\r\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"Content-Type: multipart/mixed; boundary=\"{Boundary}\"\r\n\r\n--{Boundary}\r\n"
            )
            .Append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .Append(Base64(Encoding.UTF8.GetBytes(TextWriters.Plain(mail.Body))));
        foreach (var (name, content) in attachments)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Type: application/octet-stream\r\n")
                .Append("Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n")
                .Append(
                    CultureInfo.InvariantCulture,
                    $" filename*=utf-8''{Uri.EscapeDataString(name)}\r\n\r\n{Base64(content)}"
                );
        }

        return Encoding.ASCII.GetBytes(text.Append(CultureInfo.InvariantCulture, $"--{Boundary}--\r\n").ToString());
    }

    /// <summary>The properties are those of https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg/.</summary>
    public static byte[] Msg(Mail mail, params (string Name, byte[] Content)[] attachments)
    {
        var file = new CompoundFileWriter();
        var sent = new DateTimeOffset(mail.Sent, TimeSpan.FromHours(-5)).ToFileTime();
        file.AddStream(
            "__properties_version1.0",
            [.. new byte[32], .. BitConverter.GetBytes(Submitted), 0, 0, 0, 0, .. BitConverter.GetBytes(sent)]
        );
        file.AddText("__substg1.0_0037001F", mail.Subject);
        file.AddText("__substg1.0_1000001F", TextWriters.Plain(mail.Body));
        file.AddText("__substg1.0_0C1A001F", mail.From);
        file.AddText("__substg1.0_5D01001F", mail.Address);
        file.AddText("__substg1.0_0E04001F", mail.To);
        foreach (var (index, (name, content)) in attachments.Index())
        {
            var storage = file.AddStorage($"__attach_version1.0_#{index:X8}");
            file.AddStream("__properties_version1.0", new byte[8], storage);
            file.AddText("__substg1.0_3707001F", name, storage);
            file.AddStream("__substg1.0_37010102", content, storage);
        }

        return file.ToArray();
    }

    private static string Word(string text) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private static string Base64(byte[] content)
    {
        var text = Convert.ToBase64String(content);
        return string.Concat(text.Chunk(76).Select(line => new string(line) + "\r\n"));
    }
}
