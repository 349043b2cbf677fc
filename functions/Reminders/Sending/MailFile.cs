using System.Globalization;
using System.Text;

namespace Avance.Functions.Reminders.Sending;

/// <summary>A mail as a file (https://www.rfc-editor.org/rfc/rfc5322), all of it in ASCII.</summary>
internal static class MailFile
{
    private const string Mixed = "avance-mixed";
    private const string Alternative = "avance-alternative";

    // 45 bytes are 60 characters of base64: with the marks around them a line stays below 76.
    private const int WordBytes = 42;

    public static string Write(OutgoingMail mail, string from, DateTimeOffset now)
    {
        var file = new StringBuilder();
        Line($"From: Avance <{from}>");
        Line($"To: {(mail.ToName.Length > 0 ? $"{Words(mail.ToName)} " : "")}<{mail.To}>");
        if (mail.ReplyTo is { } reply)
        {
            Line($"Reply-To: {reply}");
        }

        Line($"Subject: {Words(mail.Content.Subject)}");
        Line($"Date: {now.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}");
        Line($"Message-ID: <{mail.Address}@avance.example>");
        Line($"X-Avance-Mail: {mail.Address}");
        Line("MIME-Version: 1.0");
        Line($"Content-Type: multipart/mixed; boundary=\"{Mixed}\"");
        Line("");
        Line($"--{Mixed}");
        Line($"Content-Type: multipart/alternative; boundary=\"{Alternative}\"");
        Line("");
        Part(Alternative, "text/plain; charset=utf-8", mail.Content.Text);
        Part(Alternative, "text/html; charset=utf-8", mail.Content.Html);
        Line($"--{Alternative}--");
        if (mail.Content.Calendar is { } calendar)
        {
            Part(Mixed, "text/calendar; charset=utf-8; name=\"fecha-limite.ics\"", calendar);
        }

        Line($"--{Mixed}--");
        return file.ToString();

        void Line(string text) => file.Append(text).Append("\r\n");

        void Part(string boundary, string type, string content)
        {
            Line($"--{boundary}");
            Line($"Content-Type: {type}");
            Line("Content-Transfer-Encoding: base64");
            Line("");
            Line(Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks));
        }
    }

    /// <summary>Encoded words (https://www.rfc-editor.org/rfc/rfc2047), none of which cuts a character.</summary>
    private static string Words(string text)
    {
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > WordBytes)
            {
                words.Add(Encode(word));
                word.Clear();
            }

            word.AddRange(bytes);
        }

        words.Add(Encode(word));
        return string.Join("\r\n ", words);
    }

    private static string Encode(List<byte> word) => $"=?utf-8?B?{Convert.ToBase64String([.. word])}?=";
}
