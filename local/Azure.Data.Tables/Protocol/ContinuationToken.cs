namespace Azure.Data.Tables.Protocol;

/// <summary>The keys where the next page begins, as one string. The row key may be missing.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination</remarks>
internal static class ContinuationToken
{
    public static string? From(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return string.IsNullOrEmpty(partitionKey) && string.IsNullOrEmpty(rowKey)
            ? null
            : $"{Uri.EscapeDataString(partitionKey ?? "")} {Uri.EscapeDataString(rowKey ?? "")}";
    }

    public static (string? PartitionKey, string? RowKey) Parse(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return default;
        }

        var space = token.IndexOf(' ', StringComparison.Ordinal);
        return space < 0
            ? (Uri.UnescapeDataString(token), null)
            : (Uri.UnescapeDataString(token[..space]), NullIfEmpty(Uri.UnescapeDataString(token[(space + 1)..])));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
