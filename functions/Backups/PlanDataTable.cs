using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Avance.Functions.Backups;

/// <summary>Rows of any table as they are, without what they mean.</summary>
public sealed class PlanDataTable(TableServiceClient service)
{
    public async IAsyncEnumerable<BackupRow> ListAsync(
        string table,
        RowRange range,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rows = service
            .GetTableClient(table)
            .QueryAsync<TableEntity>(range.Filter, cancellationToken: cancellationToken);
        await using var pages = rows.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await pages.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (RequestFailedException error) when (error.ErrorCode == TableErrorCode.TableNotFound)
            {
                yield break;
            }

            yield return BackupColumns.Of(pages.Current);
        }
    }

    public async Task<bool> HasAnyAsync(string table, RowRange range, CancellationToken cancellationToken) =>
        await ListAsync(table, range, cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Writes rows of one partition in one transaction, over those that are there.</summary>
    /// <param name="rows">At most 100, of 4 MiB together.</param>
    public async Task WriteAsync(string table, IReadOnlyList<BackupRow> rows, CancellationToken cancellationToken)
    {
        var client = await GetAsync(table, cancellationToken);
        await client.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                BackupColumns.ToEntity(row)
            )),
            cancellationToken
        );
    }

    /// <summary>Adds a row unless there is one with its keys, which stays as it is.</summary>
    public async Task AddAsync(string table, BackupRow row, CancellationToken cancellationToken)
    {
        var client = await GetAsync(table, cancellationToken);
        try
        {
            await client.AddEntityAsync(BackupColumns.ToEntity(row), cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            // It is there.
        }
    }

    /// <returns>Null if there is no such row.</returns>
    public async Task<BackupRow?> FindAsync(
        string table,
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken
    ) =>
        await ListAsync(table, new RowRange(partitionKey, rowKey), cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Replaces a row if it is still as it was read.</summary>
    /// <returns>False if it was written or deleted since.</returns>
    public async Task<bool> TryReplaceAsync(string table, BackupRow row, CancellationToken cancellationToken)
    {
        var entity = BackupColumns.ToEntity(row);
        try
        {
            await service
                .GetTableClient(table)
                .UpdateEntityAsync(entity, new ETag(row.ETag!), TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Gives a row another key, if it is still as it was read; the partition stays.</summary>
    /// <returns>False if it was written or deleted since.</returns>
    public async Task<bool> TryMoveAsync(
        string table,
        BackupRow row,
        string rowKey,
        CancellationToken cancellationToken
    )
    {
        var next = BackupColumns.ToEntity(row with { RowKey = rowKey });
        var old = new TableEntity(row.PartitionKey, row.RowKey);
        try
        {
            await service
                .GetTableClient(table)
                .SubmitTransactionAsync(
                    [
                        new TableTransactionAction(TableTransactionActionType.UpsertReplace, next),
                        new TableTransactionAction(TableTransactionActionType.Delete, old, new ETag(row.ETag!)),
                    ],
                    cancellationToken
                );
            return true;
        }
        catch (TableTransactionFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }

    public Task DeleteAsync(string table, BackupRow row, CancellationToken cancellationToken) =>
        service.GetTableClient(table).DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);

    private async Task<TableClient> GetAsync(string table, CancellationToken cancellationToken)
    {
        var client = service.GetTableClient(table);
        await client.CreateIfNotExistsAsync(cancellationToken);
        return client;
    }
}
