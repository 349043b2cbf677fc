using System.Text.Json;
using System.Text.Json.Nodes;

namespace Avance.Functions.Backups;

/// <summary>A row of a table, whatever is in it.</summary>
/// <param name="Columns">
/// Text, true or false and whole numbers of 32 bits as they are; else an object that names the type: <c>long</c>, <c>double</c>,
/// <c>dateTime</c>, <c>guid</c>, <c>binary</c> (base64).
/// </param>
public sealed record BackupRow(string PartitionKey, string RowKey, JsonObject Columns)
{
    /// <summary>As it was read from a table; null for one of a file.</summary>
    public string? ETag { get; init; }

    private const string Partition = "PartitionKey";
    private const string Row = "RowKey";

    /// <summary>A column's text; null if it has none.</summary>
    public string? TextOf(string column) =>
        Columns[column] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The row as one line of UTF-8 with its end; columns by name, so that equal rows are equal lines.</summary>
    public byte[] ToLine()
    {
        var line = new JsonObject { [Partition] = PartitionKey, [Row] = RowKey };
        foreach (var (name, value) in Columns.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            line[name] = value?.DeepClone();
        }

        return [.. JsonSerializer.SerializeToUtf8Bytes(line, Json.Options), (byte)'\n'];
    }

    /// <exception cref="JsonException">It is no such line.</exception>
    public static BackupRow Parse(string line)
    {
        if (
            JsonNode.Parse(line) is JsonObject row
            && row[Partition]?.GetValueKind() is JsonValueKind.String
            && row[Row]?.GetValueKind() is JsonValueKind.String
        )
        {
            var (partition, key) = ((string)row[Partition]!, (string)row[Row]!);
            row.Remove(Partition);
            row.Remove(Row);
            return new BackupRow(partition, key, row);
        }

        throw new JsonException("A row has no keys.");
    }
}
