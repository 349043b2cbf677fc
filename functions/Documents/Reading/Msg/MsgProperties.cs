using System.Buffers.Binary;
using System.Text;
using Avance.Functions.Documents.Reading.CompoundFiles;
using Avance.Functions.Documents.Reading.Mail;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Msg;

/// <summary>
/// The properties of a message or an attachment: each long one is a stream of its own, the short ones share one stream.
/// https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg/
/// </summary>
internal sealed class MsgProperties
{
    private const string Prefix = "__substg1.0_";
    private const string Unicode = "001F";
    private const string Ansi = "001E";
    private const string Binary = "0102";
    private const int CodePage = 0x3FFD0003;
    private const int EntryLength = 16;

    /// <summary>Limit in bytes of a text.</summary>
    private const int MaxText = 40 * 1024 * 1024;

    private readonly CompoundFile file;
    private readonly Dictionary<string, CompoundEntry> streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] shortOnes;
    private readonly int headerLength;

    /// <param name="headerLength">Bytes before the short properties: 32 in a mail, 24 in one within another, 8 in an attachment.</param>
    public MsgProperties(CompoundFile file, CompoundEntry storage, int headerLength)
    {
        this.file = file;
        this.headerLength = headerLength;
        Children = file.Children(storage);
        foreach (var child in Children)
        {
            streams.TryAdd(child.Name, child);
        }

        shortOnes = streams.TryGetValue("__properties_version1.0", out var stream) ? file.ReadAll(stream, MaxText) : [];
    }

    public IReadOnlyList<CompoundEntry> Children { get; }

    /// <summary>A text property by its four hexadecimal digits; empty if it is missing.</summary>
    public string Text(string id)
    {
        if (streams.TryGetValue($"{Prefix}{id}{Unicode}", out var unicode))
        {
            return Encoding.Unicode.GetString(file.ReadAll(unicode, MaxText));
        }

        return streams.TryGetValue($"{Prefix}{id}{Ansi}", out var ansi)
            ? AnsiEncoding().GetString(file.ReadAll(ansi, MaxText))
            : "";
    }

    public CompoundEntry? Bytes(string id) => streams.GetValueOrDefault($"{Prefix}{id}{Binary}");

    /// <summary>A message within this one, attached as such.</summary>
    public CompoundEntry? Message(string id) =>
        streams.GetValueOrDefault($"{Prefix}{id}000D") is { IsStorage: true } storage ? storage : null;

    /// <summary>A time property, in UTC; null if it is missing.</summary>
    /// <param name="tag">The property and its type, 0x0040.</param>
    public DateTimeOffset? Time(int tag)
    {
        var ticks = Short(tag);
        // Ticks since 1601, as in Windows.
        return ticks is > 0 && ticks < DateTimeOffset.MaxValue.ToFileTime()
            ? DateTimeOffset.FromFileTime(ticks.Value).ToUniversalTime()
            : null;
    }

    private Encoding AnsiEncoding() =>
        Short(CodePage) is { } page and > 0 and < 65_536
            ? MimeEncodings.OfCodePage((int)page)
            : TextEncodings.Windows1252;

    private long? Short(int tag)
    {
        for (var offset = headerLength; offset + EntryLength <= shortOnes.Length; offset += EntryLength)
        {
            var entry = shortOnes.AsSpan(offset, EntryLength);
            if (BinaryPrimitives.ReadInt32LittleEndian(entry) == tag)
            {
                return BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
            }
        }

        return null;
    }
}
