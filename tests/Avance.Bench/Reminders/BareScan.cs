using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Azure.Data.Tables;

namespace Avance.Bench.Reminders;

/// <summary>Reads what the planner reads by the same client, with as many requests at once, and makes nothing of it.</summary>
internal static class BareScan
{
    /// <returns>How many rows there are.</returns>
    public static async Task<int> RunAsync(TableServiceClient service, CancellationToken cancellationToken)
    {
        var plans = service.GetTableClient(PlansTable.Name);
        var progress = service.GetTableClient(ProgressTable.Name);
        var reminders = service.GetTableClient(RemindersTable.Name);
        var (from, to) = ProgressKeys.RangeOf(DuePlans.Period);
        var rows = 0;
        await Parallel.ForEachAsync(
            plans.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {PlanKeys.Index}"),
                cancellationToken: cancellationToken
            ),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = ReminderPlanner.PlansAtOnce,
                CancellationToken = cancellationToken,
            },
            async (index, token) =>
            {
                var plan = index.RowKey;
                await plans.GetEntityAsync<TableEntity>(plan, PlanKeys.Plan, cancellationToken: token);
                var told = CountAsync(
                    reminders,
                    TableClient.CreateQueryFilter($"PartitionKey eq {plan} and RowKey ge {from} and RowKey lt {to}"),
                    null,
                    token
                );
                var sent = CountAsync(
                    progress,
                    TableClient.CreateQueryFilter(
                        $"PartitionKey eq {plan} and RowKey ge {from} and RowKey lt {to} and Kind eq {ProgressRows.CurrentKind}"
                    ),
                    ProgressRows.StandingColumns,
                    token
                );
                Interlocked.Add(ref rows, 2 + await told + await sent);
            }
        );
        return rows;
    }

    private static async Task<int> CountAsync(
        TableClient table,
        string filter,
        IEnumerable<string>? columns,
        CancellationToken cancellationToken
    ) =>
        await table
            .QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken)
            .CountAsync(cancellationToken);
}
