using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>
/// A whole plan in its own row <c>plan</c>: JSON, compressed, in as many columns <c>Pack00</c>, <c>Pack01</c>… as that
/// takes. A plan is read in one point read and is always of one state, however many transactions its other rows take.
/// A member that a record of a plan gains later needs a default value: packs of before do not have it.
/// </summary>
internal static class PlanPack
{
    /// <summary>Bytes of a column: the service takes 64 KiB.</summary>
    private const int ColumnBytes = 60_000;

    /// <summary>With the other columns the row stays below the service's 1 MiB.</summary>
    private const int MostColumns = 15;

    /// <summary>What an import may take, in bytes: amendments come on top. A plan of 999 activities takes about 150,000.</summary>
    public const int MostImported = 600_000;

    public static byte[] Pack(Plan plan)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, plan, Json.Stored);
        }

        return packed.ToArray();
    }

    public static void Write(TableEntity row, byte[] pack)
    {
        if (pack.Length > ColumnBytes * MostColumns)
        {
            throw new InvalidOperationException($"The plan {row.PartitionKey} takes {pack.Length} bytes: too many.");
        }

        foreach (var (index, part) in pack.Chunk(ColumnBytes).Index())
        {
            row[Column(index)] = part;
        }
    }

    /// <returns>Null where the row has no pack: then the plan is in its other rows.</returns>
    public static Plan? Read(TableEntity row)
    {
        using var pack = new MemoryStream();
        for (var index = 0; row.GetBinary(Column(index)) is { } part; index++)
        {
            pack.Write(part);
        }

        if (pack.Length == 0)
        {
            return null;
        }

        pack.Position = 0;
        using var brotli = new BrotliStream(pack, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Plan>(brotli, Json.Stored);
    }

    private static string Column(int index) => string.Create(CultureInfo.InvariantCulture, $"Pack{index:D2}");
}
