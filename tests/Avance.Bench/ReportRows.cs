using Avance.Functions.Reports.Tables;

namespace Avance.Bench;

/// <summary>The report tables as the app has written them, and their rows as the JavaScript client takes them.</summary>
internal static class ReportRows
{
    private const string Runs = "reportrun";

    /// <summary>The rows of one plan by table, but for the row of its body, which all plans share; with <c>PLAN</c> in place of its id in the keys.</summary>
    public static async Task<Dictionary<string, List<Dictionary<string, object>>>> OfAsync(
        string storage,
        string plan,
        CancellationToken token
    )
    {
        // Of its periods, and the dimensions of the plan itself.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {plan} or (PartitionKey ge {plan + "|"} and PartitionKey lt {plan + "}"})"
        );
        var tables = new Dictionary<string, List<Dictionary<string, object>>>(StringComparer.Ordinal);
        foreach (var table in ReportTables.Names)
        {
            tables[table] = await new TableClient(storage, table)
                .QueryAsync<TableEntity>(filter, cancellationToken: token)
                .Select(row => JavaScriptRow.Of(row, OfAny(row.PartitionKey), OfAny(row.RowKey)))
                .ToListAsync(token);
        }

        return tables;

        string OfAny(string key) => key.Replace(plan, "PLAN", StringComparison.Ordinal);
    }

    /// <summary>How many reports are whole: their last row is there.</summary>
    public static async Task<int> CountRunsAsync(string storage, CancellationToken token)
    {
        var runs = new TableClient(storage, Runs);
        return await runs.QueryAsync<TableEntity>(select: ["RowKey"], cancellationToken: token).CountAsync(token);
    }

    /// <summary>Empties the storage of reports, so that the baseline finds it as the app did.</summary>
    public static async Task DropAsync(string storage, CancellationToken token)
    {
        foreach (var table in ReportTables.Names)
        {
            await new TableClient(storage, table).DeleteAsync(token);
        }
    }
}
