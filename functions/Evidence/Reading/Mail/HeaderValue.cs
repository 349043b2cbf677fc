using System.Text;

namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>A header of the kind <c>text/plain; charset="utf-8"; name*0*=utf-8''acta%20…</c> (RFC 2045 and 2231).</summary>
internal sealed class HeaderValue
{
    private const int MaxParameters = 100;

    private readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);

    public HeaderValue(string header)
    {
        var pieces = Split(header);
        Value = pieces.Count > 0 ? pieces[0].ToLowerInvariant() : "";
        foreach (var piece in pieces.Skip(1).Take(MaxParameters))
        {
            var equal = piece.IndexOf('=', StringComparison.Ordinal);
            if (equal > 0)
            {
                parameters.TryAdd(piece[..equal].Trim(), piece[(equal + 1)..].Trim());
            }
        }
    }

    /// <summary>In lower case; empty when there is none.</summary>
    public string Value { get; }

    /// <summary>A parameter, put together from its pieces and decoded; empty without it.</summary>
    public string this[string name]
    {
        get
        {
            if (parameters.TryGetValue(name, out var plain))
            {
                return EncodedWords.Decode(plain);
            }

            if (parameters.TryGetValue($"{name}*", out var extended))
            {
                return DecodeExtended(extended);
            }

            var whole = new StringBuilder();
            var isExtended = false;
            for (var i = 0; ; i++)
            {
                if (parameters.TryGetValue($"{name}*{i}*", out var piece))
                {
                    isExtended = true;
                }
                else if (!parameters.TryGetValue($"{name}*{i}", out piece))
                {
                    break;
                }

                whole.Append(piece);
            }

            return isExtended ? DecodeExtended(whole.ToString()) : EncodedWords.Decode(whole.ToString());
        }
    }

    /// <summary><c>charset'language'percent-encoded</c></summary>
    private static string DecodeExtended(string text)
    {
        var parts = text.Split('\'', 3);
        if (parts.Length < 3)
        {
            return Uri.UnescapeDataString(text);
        }

        var bytes = new List<byte>();
        for (var i = 0; i < parts[2].Length; i++)
        {
            var c = parts[2][i];
            if (c == '%' && i + 2 < parts[2].Length && IsHex(parts[2].AsSpan(i + 1, 2)))
            {
                bytes.Add(Convert.FromHexString(parts[2].AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                bytes.Add((byte)c);
            }
        }

        return MimeEncodings.Of(parts[0]).GetString([.. bytes]);
    }

    private static bool IsHex(ReadOnlySpan<char> text) =>
        char.IsAsciiHexDigit(text[0]) && char.IsAsciiHexDigit(text[1]);

    /// <summary>At the semicolons outside of quotes, without the quotes.</summary>
    private static List<string> Split(string header)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            var c = header[i];
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ';' && !quoted)
            {
                pieces.Add(piece.ToString().Trim());
                piece.Clear();
            }
            else
            {
                i += c == '\\' && quoted && i + 1 < header.Length ? 1 : 0;
                piece.Append(header[i]);
            }
        }

        pieces.Add(piece.ToString().Trim());
        return pieces;
    }
}
