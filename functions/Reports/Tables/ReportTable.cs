using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Tables;

/// <summary>
/// A table that Power BI reads. Its keys are those of <see cref="ReportScope"/>, and the row's type says what its own key is.
/// Nothing drops or recreates the table: a report is written over the one before, and what the new one no longer has is
/// deleted.
/// </summary>
public sealed class ReportTable<TRow>(TableServiceClient service, string name)
    where TRow : class, IReportRow
{
    // The service takes at most 100 rows in a transaction.
    private const int MaxPerTransaction = 100;

    /// <summary>
    /// Characters of the texts that are written at once, unless it is one row: a transaction has 4 MiB, and as it is sent a
    /// character may take six bytes.
    /// </summary>
    private const int MaxCharacters = 500_000;

    private readonly LazyTable table = new(service, name);

    /// <summary>Makes the partition hold these rows and no others.</summary>
    /// <param name="rows">All rows of the report in this table.</param>
    /// <param name="runId">The run that writes them.</param>
    /// <param name="computedAt">When they were computed.</param>
    /// <param name="mayHoldOthers">False only if nothing was ever written to the partition: spares looking.</param>
    /// <param name="cancellationToken">Stops between transactions: writing again completes it.</param>
    public async Task ReplaceAsync(
        ReportScope scope,
        IReadOnlyList<TRow> rows,
        string runId,
        DateTimeOffset computedAt,
        bool mayHoldOthers,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var common = ReportCommonColumns.Of(scope, runId, computedAt);
        var partition = scope.PartitionKey;
        var stale = mayHoldOthers ? await StaleAsync(client, scope, rows, cancellationToken) : [];
        var entities = rows.Select(row => ReportColumns<TRow>.ToEntity(partition, scope.RowKey(row.Key), row, common))
            .ToList();
        if (entities is [var entity] && stale.Count == 0)
        {
            // A transaction of one row takes the service longer than the row.
            await client.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
            return;
        }

        var actions = entities
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
            .Concat(stale.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)));
        foreach (var transaction in Transactions(actions))
        {
            if (mayHoldOthers || !await TryAddAsync(client, transaction, cancellationToken))
            {
                await client.SubmitTransactionAsync(transaction, cancellationToken);
            }
        }
    }

    /// <summary>The rows of a report, by row key.</summary>
    public async Task<IReadOnlyList<TRow>> ReadAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {scope.PartitionKey}");
        var rows = new List<TRow>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(ReportColumns<TRow>.FromEntity(row));
        }

        return rows;
    }

    /// <summary>One row of a report; null if there is none.</summary>
    public async Task<StoredRow<TRow>?> FindAsync(ReportScope scope, string key, CancellationToken cancellationToken)
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
    public async Task<ETag?> TryWriteAsync(
        ReportScope scope,
        TRow row,
        string runId,
        DateTimeOffset computedAt,
        ETag? read,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var partition = scope.PartitionKey;
        var entity = ReportColumns<TRow>.ToEntity(
            partition,
            scope.RowKey(row.Key),
            row,
            ReportCommonColumns.Of(scope, runId, computedAt)
        );
        try
        {
            var response = read is { } etag
                ? await client.UpdateEntityAsync(entity, etag, TableUpdateMode.Replace, cancellationToken)
                : await client.AddEntityAsync(entity, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>True if the partition holds that many rows, all of them written by that run.</summary>
    public async Task<bool> IsCompleteAsync(
        ReportScope scope,
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

    /// <summary>The actions in as few transactions as the service takes.</summary>
    private static IEnumerable<List<TableTransactionAction>> Transactions(IEnumerable<TableTransactionAction> actions)
    {
        var (transaction, characters) = (new List<TableTransactionAction>(), 0);
        foreach (var action in actions)
        {
            var more = ((TableEntity)action.Entity).Sum(column => (column.Value as string)?.Length ?? 0);
            if (transaction.Count == MaxPerTransaction || (transaction.Count > 0 && characters + more > MaxCharacters))
            {
                yield return transaction;
                (transaction, characters) = ([], 0);
            }

            transaction.Add(action);
            characters += more;
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
        }
    }

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
        ReportScope scope,
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
