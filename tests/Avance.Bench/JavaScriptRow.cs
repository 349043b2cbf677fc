namespace Avance.Bench;

/// <summary>A row as the JavaScript client takes it: types are said where a JSON value does not tell them.</summary>
internal static class JavaScriptRow
{
    private static readonly string[] Others = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static Dictionary<string, object> Of(TableEntity row, string partitionKey, string rowKey) =>
        new(
            row.Where(pair => pair.Value is not null && !Others.Contains(pair.Key))
                .Select(pair => KeyValuePair.Create(pair.Key, Typed(pair.Value)))
                .Append(KeyValuePair.Create<string, object>("partitionKey", partitionKey))
                .Append(KeyValuePair.Create<string, object>("rowKey", rowKey)),
            StringComparer.Ordinal
        );

    private static object Typed(object value) =>
        value switch
        {
            double number => new { Type = "Double", Value = number.ToString("R", CultureInfo.InvariantCulture) },
            long number => new { Type = "Int64", Value = number.ToString(CultureInfo.InvariantCulture) },
            DateTimeOffset instant => new { Type = "DateTime", Value = instant.UtcDateTime.ToString("O") },
            _ => value,
        };
}
