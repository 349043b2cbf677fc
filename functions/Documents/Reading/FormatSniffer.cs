using Avance.Functions.Documents.Reading.CompoundFiles;
using Avance.Functions.Documents.Reading.Sniffing;

namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Detects the format of a file by its content. The name only decides between kinds of text, since a list of one column looks
/// like plain text.
/// </summary>
public static class FormatSniffer
{
    private const int StartLength = 8 * 1024;

    private static ReadOnlySpan<byte> CompoundMagic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Bytes before <c>%PDF</c> that PDF programs put up with.</summary>
    private const int MaxBeforePdf = 1024;

    /// <summary>The commonest formats that are not allowed, for the log.</summary>
    private static readonly (byte[] Magic, string Name)[] Others =
    [
        ("Rar!"u8.ToArray(), "rar"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z"),
        ([0x1F, 0x8B], "gzip"),
        ("GIF8"u8.ToArray(), "gif"),
        ("BM"u8.ToArray(), "bmp"),
        ("RIFF"u8.ToArray(), "riff"),
        ("MZ"u8.ToArray(), "exe"),
        ([0x7F, 0x45, 0x4C, 0x46], "elf"),
        ("II+\0"u8.ToArray(), "bigtiff"),
        ("MM\0+"u8.ToArray(), "bigtiff"),
        ("PK\u0007\u0008"u8.ToArray(), "split zip"),
    ];

    /// <summary>How many bytes <see cref="IsNeverEvidence"/> should see, if there are so many.</summary>
    public const int EnoughBytes = StartLength;

    /// <summary>
    /// True if the first bytes alone show a format that is never evidence: a program, an archive of another kind, a film. A file
    /// that begins as an allowed format is only judged when it is read.
    /// </summary>
    public static bool IsNeverEvidence(ReadOnlySpan<byte> start, string name)
    {
        if (start.StartsWith("PK"u8) || start.StartsWith(CompoundMagic))
        {
            return false;
        }

        try
        {
            Sniff(new MemoryStream(start.ToArray()), name);
            return false;
        }
        catch (UnreadableException error)
        {
            return error.Trouble == ReadTrouble.TypeNotAllowed;
        }
    }

    /// <param name="content">Seekable; its position is not kept.</param>
    /// <exception cref="UnreadableException">It is encrypted, damaged beyond telling, or of no allowed type.</exception>
    public static EvidenceFormat Sniff(Stream content, string name)
    {
        content.Position = 0;
        var buffer = new byte[StartLength];
        ReadOnlySpan<byte> start = buffer.AsSpan(0, content.ReadAtLeast(buffer, StartLength, false));
        return start switch
        {
            [0xFF, 0xD8, 0xFF, ..] => EvidenceFormat.Jpg,
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => EvidenceFormat.Png,
            [0x49, 0x49, 0x2A, 0, ..] or [0x4D, 0x4D, 0, 0x2A, ..] => EvidenceFormat.Tiff,
            // The second signature is that of a ZIP without entries.
            [0x50, 0x4B, 3, 4, ..] or [0x50, 0x4B, 5, 6, ..] => PackageSniffer.Sniff(content),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => SniffCompound(content),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => EvidenceFormat.Rtf,
            // A workbook of before Excel 97, without a file system around its records.
            [9, 0 or 2 or 4 or 8, 4 or 6 or 8 or 16, 0, ..] => EvidenceFormat.Xls,
            _ when start[..Math.Min(start.Length, MaxBeforePdf)].IndexOf("%PDF-"u8) >= 0 => EvidenceFormat.Pdf,
            _ when Other(start) is { } other => throw new UnreadableException(ReadTrouble.TypeNotAllowed, other),
            _ => TextSniffer.Sniff(start, name),
        };
    }

    /// <summary>True for the file system inside XLS, MSG and encrypted Office files.</summary>
    public static bool IsCompoundFile(Stream content)
    {
        content.Position = 0;
        Span<byte> start = stackalloc byte[CompoundMagic.Length];
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(CompoundMagic);
    }

    private static string? Other(ReadOnlySpan<byte> start)
    {
        foreach (var (magic, name) in Others)
        {
            if (start.StartsWith(magic) && (magic.Length > 2 || start.Contains((byte)0)))
            {
                return name;
            }
        }

        return null;
    }

    private static EvidenceFormat SniffCompound(Stream content)
    {
        var file = new CompoundFile(content);
        var names = file.Children(file.Root).Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("EncryptedPackage"))
        {
            throw new UnreadableException(ReadTrouble.Encrypted, "an Office file with a password");
        }

        return names switch
        {
            _ when names.Contains("Workbook") || names.Contains("Book") => EvidenceFormat.Xls,
            _ when names.Contains("__properties_version1.0") => EvidenceFormat.Msg,
            _ => throw new UnreadableException(
                ReadTrouble.TypeNotAllowed,
                names.Contains("WordDocument") ? "doc"
                    : names.Contains("PowerPoint Document") ? "ppt"
                    : "compound file"
            ),
        };
    }
}
