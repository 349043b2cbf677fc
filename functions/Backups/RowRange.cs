using Azure.Data.Tables;

namespace Avance.Functions.Backups;

/// <summary>Rows of a table that lie together.</summary>
/// <param name="RowKey">The only row; null for all of the partition.</param>
/// <param name="Prefix">How the row keys begin; null for any.</param>
public sealed record RowRange(string PartitionKey, string? RowKey = null, string? Prefix = null)
{
    /// <summary>A column with the only values that are meant; null for all rows.</summary>
    public (string Column, ValueList<string> Values)? Where { get; init; }

    /// <summary>The condition as the service takes it.</summary>
    public string Filter
    {
        get
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey}");
            filter += RowKey is null ? "" : TableClient.CreateQueryFilter($" and RowKey eq {RowKey}");
            filter += Prefix is null
                ? ""
                : TableClient.CreateQueryFilter($" and RowKey ge {Prefix} and RowKey lt {Prefix + char.MaxValue}");
            return Where is not var (column, values)
                ? filter
                : $"{filter} and ({string.Join(" or ", values.Select(value => Equal(column, value)))})";
        }
    }

    public bool Includes(BackupRow row) =>
        row.PartitionKey == PartitionKey
        && (RowKey is null || row.RowKey == RowKey)
        && (Prefix is null || row.RowKey.StartsWith(Prefix, StringComparison.Ordinal))
        && (Where is not var (column, values) || values.Contains(row.TextOf(column), StringComparer.Ordinal));

    private static string Equal(string column, string value) =>
        $"{column} eq '{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
