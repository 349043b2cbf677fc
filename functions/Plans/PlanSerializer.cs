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
internal static class PlanSerializer
{
    /// <summary>Bytes of a column: the service takes 64 KiB.</summary>
    private const int ColumnBytes = 60_000;

    /// <summary>A row stays below 1 MiB even in Base64: the service counts bytes, Azurite the characters sent.</summary>
    private const int ColumnsPerRow = 12;

    /// <summary>Bytes of a row.</summary>
    public const int RowBytes = ColumnBytes * ColumnsPerRow;

    /// <summary>Rows of a plan: in Base64 they stay below the 4 MiB that the service takes in a transaction.</summary>
    public const int MaxRows = 4;

    /// <summary>
    /// Bytes that an imported plan may have, so that later amendments still fit. A plan of 999 activities takes about
    /// 150,000.
    /// </summary>
    public const int MaxImported = 2_400_000;

    public static byte[] Serialize(Plan plan)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, plan, StoredJson.Options);
        }

        return packed.ToArray();
    }

    /// <returns>The content of each row; at least one.</returns>
    public static IReadOnlyList<byte[]> Split(PlanId plan, byte[] pack) =>
        pack.Length <= RowBytes * MaxRows
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
