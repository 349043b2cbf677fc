using Azure.Data.Tables;

namespace Avance.Bench;

/// <summary>The report tables as the app has written them, and their rows as the JavaScript client takes them.</summary>
internal static class ReportRows
{
    public const string Runs = "reportrun";

    private static readonly string[] Tables = ["reportactivity", "reportgoal", "reportunit", "reportplan", Runs];

    /// <summary>The rows of one plan by table, with <c>PLAN</c> in place of its id in the keys.</summary>
    public static async Task<Dictionary<string, List<Dictionary<string, object>>>> OfAsync(
        string storage,
        string plan,
        CancellationToken cancellationToken
    )
    {
        var service = new TableServiceClient(storage);
        var tables = new Dictionary<string, List<Dictionary<string, object>>>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey ge {plan + "|"} and PartitionKey lt {plan + "}"}"
            );
            var rows = service.GetTableClient(table).QueryAsync<TableEntity>(filter, null, null, cancellationToken);
            tables[table] = [];
            await foreach (var row in rows)
            {
                tables[table].Add(JavaScriptRow.Of(row, OfAny(row.PartitionKey), OfAny(row.RowKey)));
            }
        }

        return tables;

        string OfAny(string key) => key.Replace(plan, "PLAN", StringComparison.Ordinal);
    }

    /// <summary>How many reports are whole: their last row is there.</summary>
    public static async Task<int> CountRunsAsync(string storage, CancellationToken cancellationToken)
    {
        var runs = new TableServiceClient(storage).GetTableClient(Runs);
        await runs.CreateIfNotExistsAsync(cancellationToken);
        var count = 0;
        await foreach (var _ in runs.QueryAsync<TableEntity>(select: ["RowKey"], cancellationToken: cancellationToken))
        {
            count++;
        }

        return count;
    }

    /// <summary>Empties the storage of reports, so that the baseline finds it as the app did.</summary>
    public static async Task DropAsync(string storage, CancellationToken cancellationToken)
    {
        var service = new TableServiceClient(storage);
        foreach (var table in Tables)
        {
            await service.DeleteTableAsync(table, cancellationToken);
        }
    }
}
