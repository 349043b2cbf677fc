using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;

namespace Avance.Bench.Reminders;

/// <summary>Reads what the planner reads by the same client, with as many requests at once, and makes nothing of it.</summary>
internal static class BareScan
{
    /// <returns>How many rows there are.</returns>
    public static async Task<int> RunAsync(TableServiceClient service, CancellationToken token)
    {
        var plans = service.GetTableClient(PlansTable.Name);
        var (from, to) = ProgressKeys.RangeOf(DuePlans.Period);
        var rows = 0;
        await Parallel.ForEachAsync(
            QueryAsync(PlansTable.Name, TableClient.CreateQueryFilter($"PartitionKey eq {PlanKeys.Index}")),
            new ParallelOptions { MaxDegreeOfParallelism = ReminderPlanner.PlansAtOnce, CancellationToken = token },
            async (index, stop) =>
            {
                var plan = index.RowKey;
                await plans.GetEntityAsync<TableEntity>(plan, PlanKeys.Plan, cancellationToken: stop);
                var period = TableClient.CreateQueryFilter(
                    $"PartitionKey eq {plan} and RowKey ge {from} and RowKey lt {to}"
                );
                var current = TableClient.CreateQueryFilter($"Kind eq {ProgressRows.CurrentKind}");
                var told = QueryAsync(RemindersTable.Name, period).CountAsync(stop);
                var sent = QueryAsync(ProgressTable.Name, $"{period} and {current}", ProgressRows.StatusColumns)
                    .CountAsync(stop);
                Interlocked.Add(ref rows, 2 + await told + await sent);
            }
        );
        return rows;

        IAsyncEnumerable<TableEntity> QueryAsync(string table, string filter, IEnumerable<string>? columns = null) =>
            service.GetTableClient(table).QueryAsync<TableEntity>(filter, null, columns, token);
    }
}
