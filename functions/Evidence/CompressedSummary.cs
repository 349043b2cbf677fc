using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Avance.Functions.Documents;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Evidence;

/// <summary>
/// The summaries of a file's documents as the file's row stores them, so that a list of files loads no facts: compressed JSON
/// in as many columns <c>Summary00</c>, <c>Summary01</c>… as it takes.
/// </summary>
public sealed class CompressedSummary : IEquatable<CompressedSummary>
{
    /// <summary>Incremented whenever <see cref="DocumentSummary.Of"/> gives another summary for the same facts.</summary>
    private const byte Version = 1;

    /// <summary>Bytes of a column: the service takes 64 KiB.</summary>
    private const int ColumnBytes = 60_000;

    /// <summary>With the other columns the row stays well below the service's 1 MiB; a ZIP of 400 reports takes one.</summary>
    private const int MaxColumns = 10;

    private readonly byte[] bytes;

    private CompressedSummary(byte[] bytes) => this.bytes = bytes;

    /// <returns>Null if it does not fit in a row: a list then loads the file's facts.</returns>
    public static CompressedSummary? Of(IEnumerable<ExtractedDocument> documents)
    {
        using var packed = new MemoryStream();
        packed.WriteByte(Version);
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, documents.Select(DocumentSummary.Of).ToValueList(), StoredJson.Options);
        }

        return packed.Length <= ColumnBytes * MaxColumns ? new CompressedSummary(packed.ToArray()) : null;
    }

    /// <returns>Null if the row has no summary.</returns>
    public static CompressedSummary? Read(TableEntity row)
    {
        using var packed = new MemoryStream();
        for (var index = 0; row.GetBinary(Column(index)) is { } part; index++)
        {
            packed.Write(part);
        }

        return packed.Length == 0 ? null : new CompressedSummary(packed.ToArray());
    }

    public void Write(TableEntity row)
    {
        foreach (var (index, part) in bytes.Chunk(ColumnBytes).Index())
        {
            row[Column(index)] = part;
        }
    }

    /// <returns>Null if another version of the app wrote it.</returns>
    public ValueList<DocumentSummary>? Decompress()
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
            // Another version of the app wrote it: the summary is made from the facts.
            return null;
        }
    }

    public bool Equals(CompressedSummary? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    public override bool Equals(object? obj) => Equals(obj as CompressedSummary);

    public override int GetHashCode() => bytes.Length;

    private static string Column(int index) => string.Create(CultureInfo.InvariantCulture, $"Summary{index:D2}");
}
