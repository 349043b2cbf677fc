using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Avance.Functions.Documents;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Evidence;

/// <summary>
/// What a form shows of the documents of a file, as the file's row keeps it, so that a list of files reads no facts: JSON,
/// compressed, in as many columns <c>Summary00</c>, <c>Summary01</c>… as that takes.
/// </summary>
public sealed class PackedSummary : IEquatable<PackedSummary>
{
    /// <summary>Grows by one whenever <see cref="DocumentSummary.Of"/> says something else of the same facts.</summary>
    private const byte Version = 1;

    /// <summary>Bytes of a column: the service takes 64 KiB.</summary>
    private const int ColumnBytes = 60_000;

    /// <summary>With the other columns the row stays well below the service's 1 MiB; a ZIP of 400 reports takes one.</summary>
    private const int MostColumns = 10;

    private readonly byte[] bytes;

    private PackedSummary(byte[] bytes) => this.bytes = bytes;

    /// <returns>Null if it takes more than a row has: whoever lists the file reads its facts.</returns>
    public static PackedSummary? Of(IEnumerable<ExtractedDocument> documents)
    {
        using var packed = new MemoryStream();
        packed.WriteByte(Version);
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, documents.Select(DocumentSummary.Of).ToValueList(), StoredJson.Options);
        }

        return packed.Length <= ColumnBytes * MostColumns ? new PackedSummary(packed.ToArray()) : null;
    }

    /// <returns>Null if the row has none.</returns>
    public static PackedSummary? Read(TableEntity row)
    {
        using var packed = new MemoryStream();
        for (var index = 0; row.GetBinary(Column(index)) is { } part; index++)
        {
            packed.Write(part);
        }

        return packed.Length == 0 ? null : new PackedSummary(packed.ToArray());
    }

    public void Write(TableEntity row)
    {
        foreach (var (index, part) in bytes.Chunk(ColumnBytes).Index())
        {
            row[Column(index)] = part;
        }
    }

    /// <returns>Null if another version of this app wrote it.</returns>
    public ValueList<DocumentSummary>? Unpack()
    {
        if (bytes[0] != Version)
        {
            return null;
        }

        try
        {
            using var brotli = new BrotliStream(new MemoryStream(bytes[1..]), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<ValueList<DocumentSummary>>(brotli, StoredJson.Options);
        }
        catch (JsonException)
        {
            // A member has come or gone: the facts say the same.
            return null;
        }
    }

    public bool Equals(PackedSummary? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override bool Equals(object? obj) => Equals(obj as PackedSummary);

    public override int GetHashCode() => bytes.Length;

    private static string Column(int index) => string.Create(CultureInfo.InvariantCulture, $"Summary{index:D2}");
}
