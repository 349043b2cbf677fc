namespace Azure.Data.Tables.Protocol;

/// <summary>The address of a row below its table, such as <c>(PartitionKey='a',RowKey='b%27%27c')</c>.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model: keys may hold
/// anything but <c>/ \ # ?</c> and control characters. A quote is doubled, then everything is percent-encoded.
/// </remarks>
internal static class EntityPath
{
    public static string Of(ITableEntity entity) => Of(entity.PartitionKey, entity.RowKey);

    public static string Of(string partitionKey, string rowKey) =>
        $"(PartitionKey='{Quote(partitionKey)}',RowKey='{Quote(rowKey)}')";

    private static string Quote(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
