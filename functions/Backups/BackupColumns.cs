using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Avance.Functions.Backups;

/// <summary>The columns of a row as JSON and back, with their types.</summary>
internal static class BackupColumns
{
    private const string Long = "long";
    private const string Double = "double";
    private const string DateTime = "dateTime";
    private const string Uuid = "guid";
    private const string Binary = "binary";

    /// <summary>What the service adds to a row that is read.</summary>
    private static readonly string[] OfTheService = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static BackupRow Of(TableEntity row)
    {
        var columns = new JsonObject();
        foreach (var (name, value) in row.Where(column => !OfTheService.Contains(column.Key, StringComparer.Ordinal)))
        {
            columns[name] = ToJson(value);
        }

        return new BackupRow(row.PartitionKey, row.RowKey, columns) { ETag = row.ETag.ToString() };
    }

    public static TableEntity ToEntity(BackupRow row)
    {
        var entity = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, value) in row.Columns)
        {
            entity[name] = ToValue(value);
        }

        return entity;
    }

    private static JsonNode? ToJson(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool flag => flag,
            int number => number,
            long number => new JsonObject { [Long] = number.ToString(CultureInfo.InvariantCulture) },
            double number => new JsonObject { [Double] = number },
            DateTimeOffset at => new JsonObject
            {
                [DateTime] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            },
            Guid id => new JsonObject { [Uuid] = id.ToString("D") },
            byte[] bytes => new JsonObject { [Binary] = Convert.ToBase64String(bytes) },
            BinaryData bytes => new JsonObject { [Binary] = Convert.ToBase64String(bytes.ToMemory().Span) },
            _ => throw new InvalidOperationException(
                $"A column of type {value.GetType().Name} has no form in a back-up."
            ),
        };

    private static object? ToValue(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonObject typed when typed[Long] is { } number => long.Parse(
                (string)number!,
                CultureInfo.InvariantCulture
            ),
            JsonObject typed when typed[Double] is { } number => (double)number,
            JsonObject typed when typed[DateTime] is { } at => DateTimeOffset.Parse(
                (string)at!,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            JsonObject typed when typed[Uuid] is { } id => Guid.Parse((string)id!, CultureInfo.InvariantCulture),
            JsonObject typed when typed[Binary] is { } bytes => Convert.FromBase64String((string)bytes!),
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            JsonValue value when value.TryGetValue<int>(out var number) => number,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            _ => throw new JsonException("A column has a type that this version does not know."),
        };
}
