using System.Runtime.CompilerServices;
using Avance.Functions.Storage;
using Avance.Functions.Telemetry;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Tables;

/// <summary>
/// A table that Power BI reads. Its partitions are those of <see cref="IReportScope"/>, and the row's type says what its own key is.
/// Nothing drops or recreates the table: a report is written over the one before, and what the new one no longer has is
/// deleted.
/// </summary>
public sealed class ReportTable<TRow>(TableServiceClient service, string name)
    where TRow : class, IReportRow
{
    private readonly LazyTable table = new(service, name);

    /// <summary>Makes the partition hold these rows and no others.</summary>
    /// <param name="rows">All rows of the report in this table.</param>
    /// <param name="runId">The run that writes them.</param>
    /// <param name="computedAt">When they were computed.</param>
    /// <param name="mayHoldOthers">False only if nothing was ever written to the partition: spares looking.</param>
    /// <param name="cancellationToken">Stops between transactions: writing again completes it.</param>
    public async Task ReplaceAsync(
        IReportScope scope,
        IReadOnlyList<TRow> rows,
        string runId,
        DateTimeOffset computedAt,
        bool mayHoldOthers,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var stale = mayHoldOthers ? await StaleAsync(client, scope, rows, cancellationToken) : [];
        var entities = ToEntities(scope, rows, runId, computedAt);
        if (entities is [var entity] && stale.Count == 0)
        {
            // A transaction of one row takes the service longer than the row.
            await client.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
            AppMetrics.CountReportRows(name, 1);
            return;
        }

        var actions = entities
            .Select(Upsert)
            .Concat(stale.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)));
        foreach (var transaction in TransactionRows.Of(actions))
        {
            if (mayHoldOthers || !await TryAddAsync(client, transaction, cancellationToken))
            {
                await client.SubmitTransactionAsync(transaction, cancellationToken);
            }
        }

        AppMetrics.CountReportRows(name, entities.Count);
    }

    /// <summary>Writes some rows of a partition over what they replace, and deletes others; the rest stays as it is.</summary>
    /// <param name="stale">The keys of rows that are there, or were when a run that died had not deleted them.</param>
    /// <param name="cancellationToken">Stops between transactions: writing again completes it.</param>
    public async Task UpdateAsync(
        IReportScope scope,
        IReadOnlyCollection<TRow> rows,
        IEnumerable<string> stale,
        string runId,
        DateTimeOffset computedAt,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        foreach (var transaction in TransactionRows.Of(ToEntities(scope, rows, runId, computedAt).Select(Upsert)))
        {
            await client.SubmitTransactionAsync(transaction, cancellationToken);
        }

        AppMetrics.CountReportRows(name, rows.Count);
        // One by one: a transaction fails as a whole if one of the rows is not there.
        foreach (var key in stale)
        {
            await client.DeleteEntityAsync(scope.PartitionKey, scope.RowKey(key), ETag.All, cancellationToken);
        }
    }

    /// <summary>The rows whose partitions are in a range, by partition and row key, as they come from the service.</summary>
    /// <param name="range">Null for all.</param>
    /// <param name="select">The columns that are read: of the others the rows are empty or 0.</param>
    public async IAsyncEnumerable<(string PartitionKey, TRow Row)> ScanAsync(
        KeyRange? range,
        IEnumerable<string>? select,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = range is null
            ? null
            : TableClient.CreateQueryFilter($"PartitionKey ge {range.From} and PartitionKey lt {range.To}");
        var columns = select is null ? null : (IEnumerable<string>)["PartitionKey", "RowKey", .. select];
        await foreach (var row in client.QueryAsync<TableEntity>(filter, null, columns, cancellationToken))
        {
            yield return (row.PartitionKey, ReportColumns<TRow>.FromEntity(row));
        }
    }

    /// <summary>The rows of a partition, by row key.</summary>
    public async Task<IReadOnlyList<TRow>> ReadAsync(IReportScope scope, CancellationToken cancellationToken) =>
        await ListAsync(scope, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The same as they come from the service.</summary>
    public async IAsyncEnumerable<TRow> ListAsync(
        IReportScope scope,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {scope.PartitionKey}");
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return ReportColumns<TRow>.FromEntity(row);
        }
    }

    /// <summary>One row of a report; null if there is none.</summary>
    public async Task<StoredRow<TRow>?> FindAsync(IReportScope scope, string key, CancellationToken cancellationToken)
    {
        var partition = scope.PartitionKey;
        var row = await table.FindAsync(partition, scope.RowKey(key), cancellationToken);
        return row is not null
            ? new StoredRow<TRow>(
                ReportColumns<TRow>.FromEntity(row),
                row.GetString(nameof(ReportCommonColumns.RunId))!,
                row.ETag
            )
            : null;
    }

    /// <summary>Writes one row, if it is still as it was read, or still not there.</summary>
    /// <returns>Its new ETag; null if it was written since.</returns>
    public Task<ETag?> TryWriteAsync(
        IReportScope scope,
        TRow row,
        string runId,
        DateTimeOffset computedAt,
        ETag? read,
        CancellationToken cancellationToken
    ) => table.WriteAsync(ToEntities(scope, [row], runId, computedAt)[0], read, cancellationToken);

    /// <summary>True if the partition holds that many rows, all of them written by that run.</summary>
    public async Task<bool> IsCompleteAsync(
        IReportScope scope,
        string runId,
        int rows,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {scope.PartitionKey}");
        var found = client.QueryAsync<TableEntity>(
            filter,
            select: [nameof(ReportCommonColumns.RunId)],
            cancellationToken: cancellationToken
        );
        var count = 0;
        await foreach (var row in found)
        {
            count++;
            if (row.GetString(nameof(ReportCommonColumns.RunId)) != runId)
            {
                return false;
            }
        }

        return count == rows;
    }

    /// <summary>How many rows of all plans have that text in that column.</summary>
    public async Task<int> CountAsync(string column, string text, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        // A column's name cannot be a parameter of a filter.
        var filter = $"{column} eq {TableClient.CreateQueryFilter($"{text}")}";
        return await client
            .QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken)
            .CountAsync(cancellationToken);
    }

    private static List<TableEntity> ToEntities(
        IReportScope scope,
        IEnumerable<TRow> rows,
        string runId,
        DateTimeOffset computedAt
    )
    {
        var common = scope.Common(runId, computedAt);
        return
        [
            .. rows.Select(row => ReportColumns<TRow>.ToEntity(scope.PartitionKey, scope.RowKey(row.Key), row, common)),
        ];
    }

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    /// <summary>Adds rows: faster than an upsert, for which the service looks for what it replaces.</summary>
    /// <returns>False if some are there: the answer to an earlier try of the same transaction was lost.</returns>
    private static async Task<bool> TryAddAsync(
        TableClient client,
        IEnumerable<TableTransactionAction> transaction,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await client.SubmitTransactionAsync(
                transaction.Select(action => new TableTransactionAction(TableTransactionActionType.Add, action.Entity)),
                cancellationToken
            );
            return true;
        }
        catch (TableTransactionFailedException error) when (error.Status == 409)
        {
            return false;
        }
    }

    private static async Task<List<TableEntity>> StaleAsync(
        TableClient client,
        IReportScope scope,
        IReadOnlyList<TRow> rows,
        CancellationToken cancellationToken
    )
    {
        var wanted = rows.Select(row => scope.RowKey(row.Key)).ToHashSet(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {scope.PartitionKey}");
        var stale = new List<TableEntity>();
        await foreach (
            var row in client.QueryAsync<TableEntity>(
                filter,
                select: ["PartitionKey", "RowKey"],
                cancellationToken: cancellationToken
            )
        )
        {
            if (!wanted.Contains(row.RowKey))
            {
                stale.Add(row);
            }
        }

        return stale;
    }
}
