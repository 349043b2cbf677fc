using System.Text;
using System.Text.RegularExpressions;

namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>Decodes <c>=?utf-8?Q?Informaci=C3=B3n?=</c>, as headers write what is not ASCII (RFC 2047).</summary>
internal static partial class EncodedWords
{
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder();
        var bytes = new List<byte>();
        var encoding = Encoding.UTF8;
        var end = 0;
        foreach (Match word in Word.Matches(text))
        {
            var between = text[end..word.Index];
            var next = MimeEncodings.Of(word.Groups["charset"].Value.Split('*')[0]);
            // Blanks between two words are not part of the text, and a letter may begin in one and end in the next.
            if (!string.IsNullOrWhiteSpace(between) || end == 0 || next.CodePage != encoding.CodePage)
            {
                decoded
                    .Append(encoding.GetString([.. bytes]))
                    .Append(string.IsNullOrWhiteSpace(between) && end > 0 ? "" : between);
                bytes.Clear();
            }

            encoding = next;
            bytes.AddRange(Bytes(word.Groups["kind"].Value, word.Groups["text"].Value));
            end = word.Index + word.Length;
        }

        return decoded.Append(encoding.GetString([.. bytes])).Append(text, end, text.Length - end).ToString();
    }

    private static byte[] Bytes(string kind, string text)
    {
        using var decoded = kind is "B" or "b"
            ? (Stream)new Base64Stream(new MemoryStream(Encoding.Latin1.GetBytes(text)))
            : new QuotedPrintableStream(new MemoryStream(Encoding.Latin1.GetBytes(text.Replace('_', ' '))));
        var bytes = new MemoryStream();
        decoded.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(
        @"=\?(?<charset>[\w\-*.:]{1,60})\?(?<kind>[BbQq])\?(?<text>[^?\s]*)\?=",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Word { get; }
}
