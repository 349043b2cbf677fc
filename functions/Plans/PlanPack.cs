using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>
/// A whole plan as rows: JSON, compressed, in columns <c>Pack00</c>, <c>Pack01</c>… of its own row and, where that is
/// full, of further ones. All of them are written in one transaction, so that a plan is always of one state.
/// </summary>
internal static class PlanPack
{
    /// <summary>Bytes of a column: the service takes 64 KiB.</summary>
    private const int ColumnBytes = 60_000;

    /// <summary>A row stays below 1 MiB also in Base64: the service counts bytes, Azurite what is sent.</summary>
    private const int ColumnsOfARow = 12;

    /// <summary>Bytes of a row.</summary>
    public const int RowBytes = ColumnBytes * ColumnsOfARow;

    /// <summary>Rows of a plan: in Base64 they stay below the 4 MiB that the service takes in a transaction.</summary>
    public const int MostRows = 4;

    /// <summary>What an import may take, in bytes: amendments come on top. A plan of 999 activities takes about 150,000.</summary>
    public const int MostImported = 2_400_000;

    public static byte[] Pack(Plan plan)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, plan, StoredJson.Options);
        }

        return packed.ToArray();
    }

    /// <returns>What each row holds: at least one part.</returns>
    public static IReadOnlyList<byte[]> Split(PlanId plan, byte[] pack) =>
        pack.Length <= RowBytes * MostRows
            ? [.. pack.Chunk(RowBytes)]
            : throw new InvalidOperationException($"The plan {plan} takes {pack.Length} bytes: too many.");

    /// <param name="part">At most <see cref="RowBytes"/>.</param>
    public static void Write(TableEntity row, byte[] part)
    {
        foreach (var (index, column) in part.Chunk(ColumnBytes).Index())
        {
            row[Column(index)] = column;
        }
    }

    /// <param name="rows">The row of the plan and the further ones, in their order.</param>
    public static Plan Read(IEnumerable<TableEntity> rows)
    {
        using var pack = new MemoryStream();
        foreach (var row in rows)
        {
            for (var index = 0; row.GetBinary(Column(index)) is { } part; index++)
            {
                pack.Write(part);
            }
        }

        pack.Position = 0;
        using var brotli = new BrotliStream(pack, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Plan>(brotli, StoredJson.Options)!;
    }

    private static string Column(int index) => string.Create(CultureInfo.InvariantCulture, $"Pack{index:D2}");
}
