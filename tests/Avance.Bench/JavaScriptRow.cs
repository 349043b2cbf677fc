namespace Avance.Bench;

/// <summary>A row as the JavaScript client takes it: types are said where a JSON value does not tell them.</summary>
internal static class JavaScriptRow
{
    public static Dictionary<string, object> Of(TableEntity row, string partitionKey, string rowKey)
    {
        var copy = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["partitionKey"] = partitionKey,
            ["rowKey"] = rowKey,
        };
        foreach (var (name, value) in row)
        {
            if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")
            {
                continue;
            }

            copy[name] = value switch
            {
                double number => new { Type = "Double", Value = number.ToString("R", CultureInfo.InvariantCulture) },
                DateTimeOffset instant => new { Type = "DateTime", Value = instant.UtcDateTime.ToString("O") },
                _ => value,
            };
        }

        return copy;
    }
}
