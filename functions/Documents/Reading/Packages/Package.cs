using System.IO.Compression;
using System.Text;

namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>A ZIP of XML parts: an Office or OpenDocument file. The unpacked bytes are counted as they are read.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive archive;
    private readonly ReadingOptions options;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<string, ZipArchiveEntry> parts;
    private readonly UnpackedBytes guard;

    private Package(ZipArchive archive, ReadingOptions options, CancellationToken cancellationToken)
    {
        this.archive = archive;
        this.options = options;
        guard = new UnpackedBytes(options, cancellationToken);
        this.cancellationToken = cancellationToken;
        // Writers differ in the case of part names, and some use a leading slash or backslashes.
        parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            parts.TryAdd(Normal(entry.FullName), entry);
        }
    }

    /// <summary>Opens it over a stream that stays open.</summary>
    public static Package Open(Stream content, ReadingOptions options, CancellationToken cancellationToken)
    {
        ZipDirectory.Check(content, options.Entries);
        content.Position = 0;
        return new Package(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true), options, cancellationToken);
    }

    /// <summary>True if it begins as a ZIP.</summary>
    public static bool IsPackage(Stream content)
    {
        content.Position = 0;
        return content.ReadByte() == 'P' && content.ReadByte() == 'K';
    }

    /// <summary>True if it has the part under that very name, in the same case and with the same slashes.</summary>
    public bool HasExactly(string part) => parts.TryGetValue(part, out var entry) && entry.FullName == part;

    /// <summary>Unpacked bytes of a part, as its package states them; 0 if there is no such part.</summary>
    public long Length(string part) => parts.TryGetValue(Normal(part), out var entry) ? entry.Length : 0;

    public bool Has(string part) => parts.ContainsKey(Normal(part));

    /// <summary>Names of the parts with a prefix, in the order of the directory.</summary>
    public IEnumerable<string> Names(string start) =>
        parts.Keys.Where(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>A part that must be there.</summary>
    public PackageXml OpenXml(string part) =>
        TryOpenXml(part) ?? throw new UnreadableException(ReadTrouble.Malformed, $"no part {part}");

    public PackageXml? TryOpenXml(string part)
    {
        if (!parts.TryGetValue(Normal(part), out var entry))
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw new UnreadableException(ReadTrouble.Encrypted, $"part {part}");
        }

        return PackageXml.Open(new GuardedPart(entry.Open(), guard), options.XmlDepth, cancellationToken);
    }

    /// <summary>The bytes of an existing part, without a limit.</summary>
    public Stream Open(string part) => parts[Normal(part)].Open();

    /// <summary>The first bytes of a part as ASCII; null if there is no such part.</summary>
    public string? TryReadStart(string part, int maxLength)
    {
        if (!parts.TryGetValue(Normal(part), out var entry) || entry.IsEncrypted)
        {
            return null;
        }

        using var content = entry.Open();
        var bytes = new byte[maxLength];
        return Encoding.ASCII.GetString(bytes, 0, content.ReadAtLeast(bytes, maxLength, throwOnEndOfStream: false));
    }

    public void Dispose() => archive.Dispose();

    private static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');
}
