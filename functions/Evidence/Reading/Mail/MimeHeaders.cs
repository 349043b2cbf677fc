using System.Text;
using Avance.Functions.Evidence.Reading.Text;

namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>The headers of a mail or of a part of it, by their names in any case; of several the first counts.</summary>
internal sealed class MimeHeaders
{
    /// <summary>Bytes of all headers; a mail that went round the world has some ten thousand.</summary>
    private const int MaxLength = 1024 * 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public string this[string name] => values.GetValueOrDefault(name, "");

    /// <summary>Reads up to the empty line after them.</summary>
    public static MimeHeaders Read(MimeLines lines)
    {
        var headers = new MimeHeaders();
        var current = new StringBuilder();
        var length = 0;
        while (true)
        {
            var line = lines.Next();
            length += line.Length;
            if (length > MaxLength)
            {
                throw new UnreadableException(ReadTrouble.Malformed, "headers of more than a megabyte");
            }

            var text = Decode(line.TrimEnd("\r\n"u8));
            if (text.Length > 0 && text[0] is ' ' or '\t' && current.Length > 0)
            {
                // A header goes on in lines that begin with a blank.
                current.Append(' ').Append(text.AsSpan().Trim());
                continue;
            }

            headers.Add(current.ToString());
            current.Clear().Append(text);
            if (text.Length == 0)
            {
                return headers;
            }
        }
    }

    private void Add(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            values.TryAdd(header[..colon].Trim(), header[(colon + 1)..].Trim());
        }
    }

    /// <summary>Headers are ASCII; some programs write them in what they have all the same.</summary>
    private static string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return Utf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return TextEncodings.Windows1252.GetString(line);
        }
    }
}
